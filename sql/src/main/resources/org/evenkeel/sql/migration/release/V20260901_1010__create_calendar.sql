create table if not exists release.term (
    release_no bigint       not null,
    term_id    varchar(100) not null,
    term_order integer      not null,
    first_day  date         not null,
    last_day   date         not null,
    cut_off    date         not null,
    constraint term_pk primary key (release_no, term_id),
    constraint term_order_is_unique unique (release_no, term_order),
    constraint term_belongs_to_a_publication foreign key (release_no) references release.publication (release_no),
    constraint term_days_are_in_order check (first_day <= last_day)
);

comment on table release.term is 'One row per release and term of its calendar, up to and including the term of the release.';
comment on column release.term.release_no is 'The release.';
comment on column release.term.term_id is 'The term, such as 2026-autumn.';
comment on column release.term.term_order is 'Sorts terms by time.';
comment on column release.term.first_day is 'Its first day.';
comment on column release.term.last_day is 'Its last day.';
comment on column release.term.cut_off is 'The day after which the term is frozen.';

create table if not exists release.exam (
    release_no bigint       not null,
    term_id    varchar(100) not null,
    first_day  date         not null,
    last_day   date         not null,
    constraint exam_pk primary key (release_no, term_id, first_day, last_day),
    constraint exam_belongs_to_a_term foreign key (release_no, term_id) references release.term (release_no, term_id),
    constraint exam_days_are_in_order check (first_day <= last_day)
);

comment on table release.exam is 'One row per release and stretch of exam days.';
comment on column release.exam.release_no is 'The release.';
comment on column release.exam.term_id is 'The term the exams belong to.';
comment on column release.exam.first_day is 'The first day of exams.';
comment on column release.exam.last_day is 'The last day of exams.';

create table if not exists release.period (
    release_no   bigint       not null,
    period_key   varchar(120) not null,
    period_order integer      not null,
    term_id      varchar(100) not null,
    week         varchar(10),
    first_day    date         not null,
    last_day     date         not null,
    constraint period_pk primary key (release_no, period_key),
    constraint period_order_is_unique unique (release_no, period_order),
    constraint period_grain unique /* [untyped start] */ nulls not distinct /* [untyped stop] */ (release_no, term_id, week),
    constraint period_belongs_to_a_term foreign key (release_no, term_id) references release.term (release_no, term_id),
    constraint period_days_are_in_order check (first_day <= last_day)
);

comment on table release.period is 'One row per release and period figures speak of: a term, or an ISO week of it.';
comment on column release.period.release_no is 'The release.';
comment on column release.period.period_key is 'The key of the period.';
comment on column release.period.period_order is 'Sorts periods in reports.';
comment on column release.period.term_id is 'The term it is, or lies in.';
comment on column release.period.week is 'The ISO week, such as 2026-W41; empty for a whole term.';
comment on column release.period.first_day is 'Its first day.';
comment on column release.period.last_day is 'Its last day.';
