create table if not exists release.source (
    release_no   bigint       not null,
    source_id    varchar(200) not null,
    source_order integer      not null,
    rhythm       varchar(10)  not null,
    respondents  varchar(10)  not null,
    constraint source_pk primary key (release_no, source_id),
    constraint source_order_is_unique unique (release_no, source_order),
    constraint source_belongs_to_a_publication foreign key (release_no) references release.publication (release_no),
    constraint source_rhythm_is_known check (rhythm in ('survey', 'check-in')),
    constraint source_respondents_are_known check (respondents in ('identified', 'unlinked'))
);

comment on table release.source is 'One row per release and source: a survey or check-in stream of the study.';
comment on column release.source.release_no is 'The release.';
comment on column release.source.source_id is 'The name of the source.';
comment on column release.source.source_order is 'Sorts sources in reports.';
comment on column release.source.rhythm is 'survey: once a term; check-in: many times a term.';
comment on column release.source.respondents is 'identified: answers of one respondent are linked; unlinked: every response is its own respondent.';

create table if not exists release.measure (
    release_no     bigint         not null,
    measure_key    varchar(300)   not null,
    measure_order  integer        not null,
    source_id      varchar(200)   not null,
    title          varchar(500)   not null,
    theme          varchar(100)   not null,
    direction      varchar(20)    not null,
    unit           varchar(100)   not null,
    lowest_score   numeric(18, 6) not null,
    highest_score  numeric(18, 6) not null,
    at_risk        varchar(4000),
    at_risk_source varchar(4000),
    instrument     varchar(1000)  not null,
    items          integer        not null,
    literature     varchar(20000) not null,
    constraint measure_pk primary key (release_no, measure_key),
    constraint measure_order_is_unique unique (release_no, measure_order),
    constraint measure_belongs_to_a_source foreign key (release_no, source_id) references release.source (release_no, source_id),
    constraint measure_direction_is_known check (direction in ('higher-is-worse', 'higher-is-better', 'neutral')),
    constraint measure_scores_are_in_order check (lowest_score < highest_score),
    constraint measure_has_items check (items > 0)
);

comment on table release.measure is 'One row per release and measure: what one source reports.';
comment on column release.measure.release_no is 'The release.';
comment on column release.measure.measure_key is 'The key of the measure: source and scale.';
comment on column release.measure.measure_order is 'Sorts measures in reports: stress and engagement first.';
comment on column release.measure.source_id is 'The source that reports it.';
comment on column release.measure.title is 'What reports call it.';
comment on column release.measure.theme is 'Measures of one theme speak of one thing, such as stress or engagement.';
comment on column release.measure.direction is 'higher-is-worse, higher-is-better or neutral.';
comment on column release.measure.unit is 'What one point of the score is called.';
comment on column release.measure.lowest_score is 'The lowest possible score.';
comment on column release.measure.highest_score is 'The highest possible score.';
comment on column release.measure.at_risk is 'Who counts as at risk, in words; empty where the instrument has no such rule.';
comment on column release.measure.at_risk_source is 'Where that rule comes from.';
comment on column release.measure.instrument is 'The full name and version of the instrument.';
comment on column release.measure.items is 'How many items the scale has.';
comment on column release.measure.literature is 'Where the scoring rule comes from.';

create table if not exists release.cohort (
    release_no   bigint        not null,
    cohort_key   varchar(500)  not null,
    cohort_order integer       not null,
    grouping_key varchar(300)  not null,
    title        varchar(1000) not null,
    origin       varchar(10)   not null,
    constraint cohort_pk primary key (release_no, cohort_key),
    constraint cohort_order_is_unique unique (release_no, cohort_order),
    constraint cohort_belongs_to_a_publication foreign key (release_no) references release.publication (release_no),
    constraint cohort_origin_is_known check (origin in ('reported', 'roll-up'))
);

comment on table release.cohort is 'One row per release and cohort: a named group the release speaks of.';
comment on column release.cohort.release_no is 'The release.';
comment on column release.cohort.cohort_key is 'The key of the cohort, such as campus=South,year=1.';
comment on column release.cohort.cohort_order is 'Sorts cohorts in reports, the school first.';
comment on column release.cohort.grouping_key is 'The attributes that make the cohort, such as school or year x campus.';
comment on column release.cohort.title is 'The cohort in words, such as Year 1, South.';
comment on column release.cohort.origin is 'reported: asked for by the study; roll-up: a coarser group that small ones joined.';

create table if not exists release.figure_kind (
    release_no bigint       not null,
    kind_code  varchar(100) not null,
    kind_order integer      not null,
    title      varchar(500) not null,
    unit       varchar(20)  not null,
    constraint figure_kind_pk primary key (release_no, kind_code),
    constraint figure_kind_order_is_unique unique (release_no, kind_order),
    constraint figure_kind_belongs_to_a_publication foreign key (release_no) references release.publication (release_no),
    constraint figure_kind_unit_is_known check (unit in ('points', 'percent', 'respondents', 'coefficient'))
);

comment on table release.figure_kind is 'One row per release and kind of figure.';
comment on column release.figure_kind.release_no is 'The release.';
comment on column release.figure_kind.kind_code is 'The kind, such as mean or share-at-risk.';
comment on column release.figure_kind.kind_order is 'Sorts kinds in tables.';
comment on column release.figure_kind.title is 'The kind in words.';
comment on column release.figure_kind.unit is 'points of the score, percent (45 means 45%), respondents, or coefficient.';
