create table if not exists ledger.run (
    run_no             bigint                      not null,
    command            varchar(200)                not null,
    version            varchar(100)                not null,
    configuration_hash varchar(64)                 not null,
    started            timestamp(6) with time zone not null,
    ended              timestamp(6) with time zone,
    status             varchar(10)                 not null,
    problem            varchar(8000),
    constraint run_pk primary key (run_no),
    constraint run_status_is_known check (status in ('running', 'done', 'failed')),
    constraint run_ends_when_it_stops_running check (
        (status = 'running' and ended is null) or (status <> 'running' and ended is not null)
    ),
    constraint run_fails_with_a_problem check (
        (status = 'failed' and problem is not null) or (status <> 'failed' and problem is null)
    )
);

comment on table ledger.run is 'One row per run of a command that changes something.';
comment on column ledger.run.run_no is 'Counts the runs of this mart from 1.';
comment on column ledger.run.command is 'The command as it was given, without secrets.';
comment on column ledger.run.version is 'The version of the program.';
comment on column ledger.run.configuration_hash is 'SHA-256 of study and instruments.';
comment on column ledger.run.started is 'When the run began.';
comment on column ledger.run.ended is 'When it ended; empty while it runs.';
comment on column ledger.run.status is 'running, done or failed.';
comment on column ledger.run.problem is 'What stopped a failed run, in a sentence.';
