create table if not exists release.figure (
    release_no     bigint       not null,
    figure_order   integer      not null,
    figure_id      varchar(40)  not null,
    kind_code      varchar(100) not null,
    source_id      varchar(200) not null,
    measure_key    varchar(300),
    period_key     varchar(120) not null,
    cohort_key     varchar(500) not null,
    state          varchar(10)  not null,
    shown_value    numeric(18, 6),
    interval_lower numeric(18, 6),
    interval_upper numeric(18, 6),
    band_lower     numeric(18, 6),
    band_upper     numeric(18, 6),
    decimals       integer      not null,
    note           varchar(4000),
    constraint figure_pk primary key (release_no, figure_order),
    constraint figure_is_known_by_its_id unique (release_no, figure_id),
    constraint figure_grain unique /* [untyped start] */ nulls not distinct /* [untyped stop] */ (
        release_no, cohort_key, kind_code, source_id, measure_key, period_key
    ),
    constraint figure_is_of_a_kind foreign key (release_no, kind_code)
        references release.figure_kind (release_no, kind_code),
    constraint figure_has_a_source foreign key (release_no, source_id) references release.source (release_no, source_id),
    constraint figure_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint figure_has_a_period foreign key (release_no, period_key)
        references release.period (release_no, period_key),
    constraint figure_has_a_cohort foreign key (release_no, cohort_key)
        references release.cohort (release_no, cohort_key),
    constraint figure_state_is_known check (state in ('shown', 'banded', 'withheld', 'absent')),
    constraint figure_value_only_if_shown check (
        (state = 'shown' and shown_value is not null) or (state <> 'shown' and shown_value is null)
    ),
    constraint figure_interval_only_if_shown check (
        state = 'shown' or (interval_lower is null and interval_upper is null)
    ),
    constraint figure_band_only_if_banded check (
        (state = 'banded' and (band_lower is not null or band_upper is not null))
        or (state <> 'banded' and band_lower is null and band_upper is null)
    ),
    constraint figure_interval_is_in_order check (interval_lower <= interval_upper),
    constraint figure_band_is_in_order check (band_lower <= band_upper),
    constraint figure_decimals_fit check (decimals between 0 and 6)
);

comment on table release.figure is 'One row per release, kind, source, measure, period and cohort: an estimate as it may be shown. A withheld or absent figure holds no number.';
comment on column release.figure.release_no is 'The release.';
comment on column release.figure.figure_order is 'Sorts figures in reports.';
comment on column release.figure.figure_id is 'The name of the figure in its release, such as F0042.';
comment on column release.figure.kind_code is 'The kind of figure.';
comment on column release.figure.source_id is 'The source the figure comes from.';
comment on column release.figure.measure_key is 'The measure; empty for figures about the source as a whole, such as a response rate.';
comment on column release.figure.period_key is 'The period.';
comment on column release.figure.cohort_key is 'The cohort.';
comment on column release.figure.state is 'shown: a value; banded: only a range; withheld: not shown, to protect respondents; absent: could not be computed.';
comment on column release.figure.shown_value is 'The value, already rounded for display; print it with the given decimals.';
comment on column release.figure.interval_lower is 'The lower end of the 95% interval.';
comment on column release.figure.interval_upper is 'The upper end of the 95% interval.';
comment on column release.figure.band_lower is 'A banded figure is at least this; empty where the band is open below.';
comment on column release.figure.band_upper is 'A banded figure is at most this; empty where the band is open above.';
comment on column release.figure.decimals is 'Digits after the decimal point to print.';
comment on column release.figure.note is 'One sentence a reader needs with the figure.';
