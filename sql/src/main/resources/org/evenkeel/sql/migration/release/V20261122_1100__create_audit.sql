create table if not exists release.cohort_condition (
    release_no     bigint        not null,
    cohort_key     varchar(500)  not null,
    attribute      varchar(200)  not null,
    possible_value varchar(1000) not null,
    constraint cohort_condition_pk primary key (release_no, cohort_key, attribute, possible_value),
    constraint cohort_condition_is_of_a_cohort foreign key (release_no, cohort_key)
        references release.cohort (release_no, cohort_key)
);

comment on table release.cohort_condition is 'One row per release, cohort, attribute and value that members of the cohort may have. A cohort without a row is the whole school.';
comment on column release.cohort_condition.release_no is 'The release.';
comment on column release.cohort_condition.cohort_key is 'The cohort.';
comment on column release.cohort_condition.attribute is 'The attribute, such as year.';
comment on column release.cohort_condition.possible_value is 'A value; members have one of those listed.';

alter table release.figure add column if not exists grid_step numeric(18, 6);

comment on column release.figure.grid_step is 'The distance between neighbouring values that the figure could have been shown as; empty unless it is shown.';

alter table release.figure drop constraint if exists figure_step_only_if_shown;

alter table release.figure add constraint figure_step_only_if_shown check (state = 'shown' or grid_step is null);

create table if not exists release.audit (
    release_no           bigint       not null,
    audit_order          integer      not null,
    source_id            varchar(200) not null,
    measure_key          varchar(300),
    period_key           varchar(120) not null,
    shown_cohorts        integer      not null,
    fewest_respondents   integer      not null,
    computable_groups    integer      not null,
    constraint audit_pk primary key (release_no, audit_order),
    constraint audit_is_of_a_source foreign key (release_no, source_id) references release.source (release_no, source_id),
    constraint audit_is_of_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint audit_is_of_a_period foreign key (release_no, period_key)
        references release.period (release_no, period_key),
    constraint audit_protects check (fewest_respondents >= 10),
    constraint audit_counts check (shown_cohorts > 0 and computable_groups >= 0)
);

comment on table release.audit is 'One row per release, source or measure, and period of which anything is shown: the audit that let it pass. It says nothing that could not be computed from what is shown.';
comment on column release.audit.release_no is 'The release.';
comment on column release.audit.audit_order is 'Sorts the lines of the audit.';
comment on column release.audit.source_id is 'The source.';
comment on column release.audit.measure_key is 'The measure; empty for the respondents of the source as a whole.';
comment on column release.audit.period_key is 'The period.';
comment on column release.audit.shown_cohorts is 'How many cohorts are shown.';
comment on column release.audit.fewest_respondents is 'It was proved that every number that can be computed from what is shown rests on at least so many respondents.';
comment on column release.audit.computable_groups is 'How many groups of up to two attributes that are not shown can be computed from those that are; each has at least that many respondents.';
