create table if not exists release.flag (
    release_no  bigint        not null,
    flag_order  integer       not null,
    cohort_key  varchar(500)  not null,
    measure_key varchar(300)  not null,
    level_code  varchar(10)   not null,
    sentence    varchar(4000) not null,
    constraint flag_pk primary key (release_no, flag_order),
    constraint flag_has_a_cohort foreign key (release_no, cohort_key)
        references release.cohort (release_no, cohort_key),
    constraint flag_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint flag_level_is_known check (level_code in ('red', 'amber'))
);

comment on table release.flag is 'One row per release and flag: a shown cohort that needs a conversation.';
comment on column release.flag.release_no is 'The release.';
comment on column release.flag.flag_order is 'Sorts flags in reports.';
comment on column release.flag.cohort_key is 'The cohort.';
comment on column release.flag.measure_key is 'The measure.';
comment on column release.flag.level_code is 'red or amber.';
comment on column release.flag.sentence is 'Why, in words.';

create table if not exists release.flag_evidence (
    release_no     bigint      not null,
    flag_order     integer     not null,
    evidence_order integer     not null,
    figure_id      varchar(40) not null,
    constraint flag_evidence_pk primary key (release_no, flag_order, evidence_order),
    constraint flag_evidence_belongs_to_a_flag foreign key (release_no, flag_order)
        references release.flag (release_no, flag_order),
    constraint flag_evidence_is_a_figure foreign key (release_no, figure_id)
        references release.figure (release_no, figure_id)
);

comment on table release.flag_evidence is 'One row per flag and figure it rests on.';
comment on column release.flag_evidence.release_no is 'The release.';
comment on column release.flag_evidence.flag_order is 'The flag.';
comment on column release.flag_evidence.evidence_order is 'Sorts the evidence of a flag.';
comment on column release.flag_evidence.figure_id is 'A figure the flag rests on.';
