create table if not exists ledger.lake_folder (
    version_no  bigint       not null,
    folder      varchar(500) not null,
    dataset     varchar(100) not null,
    source_id   varchar(200),
    term_id     varchar(100),
    row_count   bigint       not null,
    fingerprint varchar(64)  not null,
    constraint lake_folder_pk primary key (version_no, folder),
    constraint lake_folder_belongs_to_a_version foreign key (version_no) references ledger.lake_version (version_no),
    constraint lake_folder_counts_rows check (row_count >= 0)
);

comment on table ledger.lake_folder is 'One row per folder a version of the lake consists of. A folder no current row names does not exist.';
comment on column ledger.lake_folder.version_no is 'The version of the lake.';
comment on column ledger.lake_folder.folder is 'The folder, relative to the study.';
comment on column ledger.lake_folder.dataset is 'What its rows are, such as responses or scores.';
comment on column ledger.lake_folder.source_id is 'The source its rows come from; empty where it is not of one source.';
comment on column ledger.lake_folder.term_id is 'The term its rows belong to; empty where it is not of one term.';
comment on column ledger.lake_folder.row_count is 'How many rows it holds.';
comment on column ledger.lake_folder.fingerprint is 'Says what the folder was made from; equal fingerprints mean equal rows.';
