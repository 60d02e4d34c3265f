alter table release.measure add column if not exists at_risk_cut numeric(18, 6);

alter table release.measure add column if not exists important_difference numeric(18, 6);

alter table release.measure add column if not exists important_difference_source varchar(4000);

comment on column release.measure.at_risk_cut is 'The published score from which on a respondent is at risk, on the worse side; empty where no publication gives one.';
comment on column release.measure.important_difference is 'The smallest difference of the score that matters; empty where none is stated, and half the standard deviation of the school stands in for it.';
comment on column release.measure.important_difference_source is 'Where that difference comes from.';

alter table release.measure drop constraint if exists measure_important_difference_has_a_source;

alter table release.measure add constraint measure_important_difference_has_a_source
    check ((important_difference is null) = (important_difference_source is null));

alter table release.flag drop constraint if exists flag_level_is_known;

alter table release.flag add constraint flag_level_is_known check (level_code in ('red', 'amber', 'grey'));

comment on column release.flag.level_code is 'red, amber, or grey: shown, but too few answered to say.';
