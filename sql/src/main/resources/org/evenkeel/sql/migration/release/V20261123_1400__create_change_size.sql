create table if not exists release.change_size (
    release_no        bigint         not null,
    size_order        integer        not null,
    kind_code         varchar(60)    not null,
    measure_key       varchar(300)   not null,
    cohort_key        varchar(500)   not null,
    points            numeric(18, 6) not null,
    points_lower      numeric(18, 6),
    points_upper      numeric(18, 6),
    points_decimals   smallint       not null,
    matters           numeric(18, 6),
    matters_basis     varchar(200),
    multiple          numeric(18, 6),
    multiple_lower    numeric(18, 6),
    multiple_upper    numeric(18, 6),
    multiple_decimals smallint,
    effect            numeric(18, 6),
    effect_lower      numeric(18, 6),
    effect_upper      numeric(18, 6),
    effect_decimals   smallint,
    without_effect    varchar(200),
    constraint change_size_pk primary key (release_no, size_order),
    constraint change_size_has_a_cohort foreign key (release_no, cohort_key)
        references release.cohort (release_no, cohort_key),
    constraint change_size_has_a_measure foreign key (release_no, measure_key)
        references release.measure (release_no, measure_key),
    constraint change_size_is_in_order check (points_lower <= points_upper and multiple_lower <= multiple_upper and effect_lower <= effect_upper),
    constraint change_size_multiple_is_of_what_matters check ((matters is null) = (multiple is null)),
    constraint change_size_says_why_it_has_no_effect check ((effect is null) = (without_effect is not null))
);

comment on table release.change_size is 'One row per shown change of a mean: its size in points, in multiples of what matters and as Hedges'' g, computed from shown figures.';
comment on column release.change_size.release_no is 'The release.';
comment on column release.change_size.size_order is 'Sorts changes in reports.';
comment on column release.change_size.kind_code is 'The kind of change, as the figure has it.';
comment on column release.change_size.measure_key is 'The measure.';
comment on column release.change_size.cohort_key is 'The group, or the school.';
comment on column release.change_size.points is 'The change in points, as shown.';
comment on column release.change_size.points_lower is 'The lower end of its 95% interval.';
comment on column release.change_size.points_upper is 'The upper end of its 95% interval.';
comment on column release.change_size.points_decimals is 'Digits after the decimal point to print.';
comment on column release.change_size.matters is 'What matters, in points; empty where it is not known.';
comment on column release.change_size.matters_basis is 'What that is, in words.';
comment on column release.change_size.multiple is 'The change in multiples of what matters.';
comment on column release.change_size.multiple_lower is 'The lower end of its 95% interval.';
comment on column release.change_size.multiple_upper is 'The upper end of its 95% interval.';
comment on column release.change_size.multiple_decimals is 'Digits after the decimal point to print.';
comment on column release.change_size.effect is 'Hedges'' g: the change in standard deviations within the group, as both terms show them.';
comment on column release.change_size.effect_lower is 'The lower end of its 95% interval.';
comment on column release.change_size.effect_upper is 'The upper end of its 95% interval.';
comment on column release.change_size.effect_decimals is 'Digits after the decimal point to print.';
comment on column release.change_size.without_effect is 'Why there is no g, in words.';
