create table if not exists ledger.acceptance (
    acceptance_no bigint                      not null,
    source_id     varchar(200)                not null,
    hash          varchar(64)                 not null,
    accepted_by   varchar(200)                not null,
    accepted      timestamp(6) with time zone not null,
    run_no        bigint                      not null,
    constraint acceptance_pk primary key (acceptance_no),
    constraint acceptance_was_made_by_a_run foreign key (run_no) references ledger.run (run_no)
);

comment on table ledger.acceptance is 'One row per quarantined export that somebody took deliberately.';
comment on column ledger.acceptance.acceptance_no is 'Counts the acceptances of this mart from 1.';
comment on column ledger.acceptance.source_id is 'The source of the export.';
comment on column ledger.acceptance.hash is 'SHA-256 of the file.';
comment on column ledger.acceptance.accepted_by is 'The user account that ran the command.';
comment on column ledger.acceptance.accepted is 'When it was accepted.';
comment on column ledger.acceptance.run_no is 'The run that took it.';
