create table if not exists ledger.erasure (
    erasure_no  bigint                      not null,
    cause       varchar(10)                 not null,
    respondents bigint                      not null,
    rows_gone   bigint                      not null,
    before_day  timestamp(6) with time zone,
    committed   timestamp(6) with time zone not null,
    swept       timestamp(6) with time zone,
    run_no      bigint                      not null,
    constraint erasure_pk primary key (erasure_no),
    constraint erasure_was_made_by_a_run foreign key (run_no) references ledger.run (run_no),
    constraint erasure_cause_is_known check (cause in ('request', 'retention')),
    constraint erasure_counts check (respondents >= 0 and rows_gone >= 0),
    constraint erasure_by_retention_has_a_day check (
        (cause = 'retention' and before_day is not null) or (cause <> 'retention' and before_day is null)
    )
);

comment on table ledger.erasure is 'One row per erasure: how many, never who.';
comment on column ledger.erasure.erasure_no is 'Counts the erasures of this mart from 1.';
comment on column ledger.erasure.cause is 'request: respondents withdrew; retention: rows grew too old.';
comment on column ledger.erasure.respondents is 'How many respondents were asked to be erased; 0 for retention.';
comment on column ledger.erasure.rows_gone is 'How many rows of the lake went.';
comment on column ledger.erasure.before_day is 'For retention: everything submitted before it went.';
comment on column ledger.erasure.committed is 'When the lake without them became current.';
comment on column ledger.erasure.swept is 'When the last old file was deleted; empty until then.';
comment on column ledger.erasure.run_no is 'The run that did it.';
