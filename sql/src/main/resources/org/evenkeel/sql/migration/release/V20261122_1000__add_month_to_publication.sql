alter table release.publication add column if not exists weeks_of varchar(7);

comment on column release.publication.weeks_of is 'The month whose weeks it is about, such as 2026-10, where weeks are published monthly; empty for the term as a whole.';

create or replace view release.latest as
select
    publication.study,
    publication.term_id,
    max(publication.release_no) as release_no
from release.publication
where publication.weeks_of is null
group by publication.study, publication.term_id;

comment on view release.latest is 'One row per study and term: its latest release about the term as a whole.';

create or replace view release.latest_weeks as
select
    publication.study,
    publication.term_id,
    publication.weeks_of,
    max(publication.release_no) as release_no
from release.publication
where publication.weeks_of is not null
group by publication.study, publication.term_id, publication.weeks_of;

comment on view release.latest_weeks is 'One row per study, term and month whose weeks were published apart from their term: the latest release about them.';

create or replace view release.shown_figure as
select
    publication.study,
    publication.release_id,
    publication.simulated,
    publication.term_id,
    term.term_order,
    period.period_key,
    period.period_order,
    period.week,
    period.first_day,
    period.last_day,
    figure.source_id,
    figure.measure_key,
    measure.measure_order,
    measure.title as measure,
    measure.theme,
    measure.direction,
    figure.cohort_key,
    cohort.cohort_order,
    cohort.title as cohort,
    cohort.grouping_key,
    figure.kind_code,
    figure_kind.kind_order,
    figure_kind.title as kind,
    figure_kind.unit,
    figure.figure_id,
    figure.figure_order,
    figure.state,
    figure.shown_value,
    figure.interval_lower,
    figure.interval_upper,
    figure.band_lower,
    figure.band_upper,
    figure.decimals,
    figure.note
from release.publication
inner join release.figure on figure.release_no = publication.release_no
inner join release.term on term.release_no = publication.release_no and term.term_id = publication.term_id
inner join release.period on period.release_no = figure.release_no and period.period_key = figure.period_key
inner join release.cohort on cohort.release_no = figure.release_no and cohort.cohort_key = figure.cohort_key
inner join release.figure_kind
    on figure_kind.release_no = figure.release_no and figure_kind.kind_code = figure.kind_code
left join release.measure on measure.release_no = figure.release_no and measure.measure_key = figure.measure_key
where
    figure.state in ('shown', 'banded')
    and publication.release_no in (
        select latest.release_no from release.latest
        union all
        select latest_weeks.release_no from release.latest_weeks
    );

comment on view release.shown_figure is 'One row per shown or banded figure of the latest release of each study and term, and of weeks that were published apart from it, with its words: the table to draw charts from. A cohort without a row is not shown, to protect respondents.';
