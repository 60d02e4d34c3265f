alter table release.cohort_condition add column if not exists formerly varchar(1000);

comment on column release.cohort_condition.formerly is 'Of a year: the label that most of the class that carries it now had in the term before; empty for other attributes, for a class that has just entered, and where it is not known.';
