create table if not exists ledger.current_lake (
    only_row   integer not null,
    version_no bigint  not null,
    constraint current_lake_pk primary key (only_row),
    constraint current_lake_is_one_row check (only_row = 1),
    constraint current_lake_is_a_version foreign key (version_no) references ledger.lake_version (version_no)
);

comment on table ledger.current_lake is 'Never more than one row: the version of the lake that is current. Empty before anything was taken in.';
comment on column ledger.current_lake.only_row is 'Always 1.';
comment on column ledger.current_lake.version_no is 'The current version.';
