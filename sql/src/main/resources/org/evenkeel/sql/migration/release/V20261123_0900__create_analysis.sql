create table if not exists release.standing (
    release_no       bigint         not null,
    standing_order   integer        not null,
    measure_key      varchar(300)   not null,
    cohort_key       varchar(500)   not null,
    groups_beside    integer        not null,
    pooled_value     numeric(18, 6) not null,
    pooled_lower     numeric(18, 6) not null,
    pooled_upper     numeric(18, 6) not null,
    decimals         smallint       not null,
    margin           numeric(18, 6) not null,
    likelihood_worse smallint       not null,
    rank_lower       integer,
    rank_upper       integer,
    level_code       varchar(10)    not null,
    constraint standing_pk primary key (release_no, standing_order),
    constraint standing_has_a_cohort foreign key (release_no, cohort_key)
        references release.cohort (release_no, cohort_key),
    constraint standing_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint standing_is_in_order check (pooled_lower <= pooled_upper and rank_lower <= rank_upper),
    constraint standing_likelihood_is_a_percentage check (likelihood_worse between 0 and 100),
    constraint standing_level_is_known check (level_code in ('red', 'amber', 'none', 'grey')),
    constraint standing_decimals_fit check (decimals between 0 and 6)
);

comment on table release.standing is 'One row per shown group and measure it is compared on: where it stands among the groups beside it, computed from shown figures.';
comment on column release.standing.release_no is 'The release.';
comment on column release.standing.standing_order is 'Sorts standings in reports.';
comment on column release.standing.measure_key is 'The measure.';
comment on column release.standing.cohort_key is 'The group.';
comment on column release.standing.groups_beside is 'How many groups of the same division are compared, this one included.';
comment on column release.standing.pooled_value is 'The mean, drawn towards the average of the division as far as its own answers leave open.';
comment on column release.standing.pooled_lower is 'The lower end of the 95% interval of the pooled mean.';
comment on column release.standing.pooled_upper is 'The upper end of the 95% interval of the pooled mean.';
comment on column release.standing.decimals is 'Digits after the decimal point to print.';
comment on column release.standing.margin is 'How many points worse than the average is materially worse.';
comment on column release.standing.likelihood_worse is 'At least this many in 100 speak for materially worse; in steps of five.';
comment on column release.standing.rank_lower is 'The best place among the groups that cannot be excluded, 1 for best; empty where nothing can be said of places.';
comment on column release.standing.rank_upper is 'The worst place that cannot be excluded.';
comment on column release.standing.level_code is 'red, amber, none, or grey where too few answered to say.';

create table if not exists release.absolute_band (
    release_no   bigint         not null,
    band_order   integer        not null,
    measure_key  varchar(300)   not null,
    cohort_key   varchar(500)   not null,
    band         smallint       not null,
    reference    numeric(18, 6) not null,
    step         numeric(18, 6) not null,
    basis        varchar(200)   not null,
    constraint absolute_band_pk primary key (release_no, band_order),
    constraint absolute_band_has_a_cohort foreign key (release_no, cohort_key)
        references release.cohort (release_no, cohort_key),
    constraint absolute_band_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint absolute_band_is_known check (band between -2 and 2)
);

comment on table release.absolute_band is 'One row per shown mean of a group: how far it lies from a reference that stays, in steps of what matters.';
comment on column release.absolute_band.release_no is 'The release.';
comment on column release.absolute_band.band_order is 'Sorts bands in reports.';
comment on column release.absolute_band.measure_key is 'The measure.';
comment on column release.absolute_band.cohort_key is 'The group, or the school.';
comment on column release.absolute_band.band is '-2 much better, -1 better, 0 about the reference, 1 worse, 2 much worse.';
comment on column release.absolute_band.reference is 'The reference in points.';
comment on column release.absolute_band.step is 'What matters, in points.';
comment on column release.absolute_band.basis is 'What the reference is, in words.';

create table if not exists release.control (
    release_no    bigint         not null,
    control_order integer        not null,
    measure_key   varchar(300)   not null,
    cohort_key    varchar(500)   not null,
    period_key    varchar(120)   not null,
    phase         varchar(10)    not null,
    expected      numeric(18, 6) not null,
    lower_limit   numeric(18, 6),
    upper_limit   numeric(18, 6),
    decimals      smallint       not null,
    signals       boolean        not null,
    constraint control_pk primary key (release_no, control_order),
    constraint control_has_a_cohort foreign key (release_no, cohort_key)
        references release.cohort (release_no, cohort_key),
    constraint control_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint control_has_a_period foreign key (release_no, period_key)
        references release.period (release_no, period_key),
    constraint control_phase_is_known check (phase in ('run', 'baseline', 'watched')),
    constraint control_limits_are_in_order check (lower_limit <= upper_limit),
    constraint control_decimals_fit check (decimals between 0 and 6)
);

comment on table release.control is 'One row per measure, group and week: what was to be expected of the week, computed from shown figures.';
comment on column release.control.release_no is 'The release.';
comment on column release.control.control_order is 'Sorts weeks in reports.';
comment on column release.control.measure_key is 'The measure.';
comment on column release.control.cohort_key is 'The group, or the school.';
comment on column release.control.period_key is 'The week.';
comment on column release.control.phase is 'run: fewer than twelve weeks, only a median; baseline: one of the weeks that the limits come from; watched: a week after them.';
comment on column release.control.expected is 'What was to be expected, in points.';
comment on column release.control.lower_limit is 'Usual weeks lie above this; empty where there are too few weeks for limits.';
comment on column release.control.upper_limit is 'Usual weeks lie below this; empty where there are too few weeks for limits.';
comment on column release.control.decimals is 'Digits after the decimal point to print.';
comment on column release.control.signals is 'Whether the week gives a signal.';

create table if not exists release.funnel (
    release_no     bigint         not null,
    funnel_order   integer        not null,
    measure_key    varchar(300)   not null,
    grouping_key   varchar(300)   not null,
    groups_compared integer        not null,
    centre         numeric(18, 6) not null,
    deviation      numeric(18, 6) not null,
    overdispersion numeric(18, 6) not null,
    decimals       smallint       not null,
    constraint funnel_pk primary key (release_no, funnel_order),
    constraint funnel_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint funnel_deviations_are_positive check (deviation >= 0 and overdispersion >= 0),
    constraint funnel_decimals_fit check (decimals between 0 and 6)
);

comment on table release.funnel is 'One row per measure and division of the school: within which bounds means of groups of any size are to be expected, computed from shown figures.';
comment on column release.funnel.release_no is 'The release.';
comment on column release.funnel.funnel_order is 'Sorts funnels in reports.';
comment on column release.funnel.measure_key is 'The measure.';
comment on column release.funnel.grouping_key is 'The division of the school.';
comment on column release.funnel.groups_compared is 'How many groups are compared.';
comment on column release.funnel.centre is 'The average, in points.';
comment on column release.funnel.deviation is 'The standard deviation of answers within groups: of n answers the mean has an error of this by the root of n.';
comment on column release.funnel.overdispersion is 'The standard deviation by which groups differ beyond chance; 0 where there are fewer than ten, or none is seen.';
comment on column release.funnel.decimals is 'Digits after the decimal point to print.';

create table if not exists release.benchmark (
    release_no      bigint         not null,
    benchmark_order integer        not null,
    measure_key     varchar(300)   not null,
    mean            numeric(18, 6) not null,
    decimals        smallint       not null,
    population      varchar(300)   not null,
    year_measured   varchar(40)    not null,
    reported_in     varchar(1000)  not null,
    verified_on     date           not null,
    constraint benchmark_pk primary key (release_no, benchmark_order),
    constraint benchmark_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint benchmark_decimals_fit check (decimals between 0 and 6)
);

comment on table release.benchmark is 'One row per measure and published value of others, of the same instrument by the same rule, which somebody has verified.';
comment on column release.benchmark.release_no is 'The release.';
comment on column release.benchmark.benchmark_order is 'Sorts benchmarks in reports.';
comment on column release.benchmark.measure_key is 'The measure.';
comment on column release.benchmark.mean is 'The mean of those others, in points.';
comment on column release.benchmark.decimals is 'Digits after the decimal point to print.';
comment on column release.benchmark.population is 'Who they were.';
comment on column release.benchmark.year_measured is 'When they were asked.';
comment on column release.benchmark.reported_in is 'Where it is published.';
comment on column release.benchmark.verified_on is 'The day on which the value was compared with its source.';
