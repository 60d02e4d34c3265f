create table if not exists ledger.lake_version (
    version_no bigint                      not null,
    run_no     bigint                      not null,
    committed  timestamp(6) with time zone not null,
    constraint lake_version_pk primary key (version_no),
    constraint lake_version_was_made_by_a_run foreign key (run_no) references ledger.run (run_no)
);

comment on table ledger.lake_version is 'One row per committed version of the lake.';
comment on column ledger.lake_version.version_no is 'Counts the versions of this lake from 1.';
comment on column ledger.lake_version.run_no is 'The run that made it.';
comment on column ledger.lake_version.committed is 'When it became current.';
