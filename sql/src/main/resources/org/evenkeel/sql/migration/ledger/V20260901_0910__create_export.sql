create table if not exists ledger.export (
    export_no bigint       not null,
    source_id varchar(200) not null,
    hash      varchar(64)  not null,
    file_name varchar(500) not null,
    format    varchar(100) not null,
    fate      varchar(12)  not null,
    reason    varchar(8000),
    rows_in   bigint       not null,
    rows_kept bigint       not null,
    newest    timestamp(6) with time zone,
    run_no    bigint       not null,
    constraint export_pk primary key (export_no),
    constraint export_is_known_by_its_bytes unique (source_id, hash),
    constraint export_was_seen_by_a_run foreign key (run_no) references ledger.run (run_no),
    constraint export_fate_is_known check (fate in ('taken', 'refused', 'quarantined')),
    constraint export_not_taken_has_a_reason check (
        (fate = 'taken' and reason is null) or (fate <> 'taken' and reason is not null)
    ),
    constraint export_not_taken_keeps_no_row check (fate = 'taken' or rows_kept = 0),
    constraint export_keeps_no_more_than_came check (rows_kept >= 0 and rows_kept <= rows_in)
);

comment on table ledger.export is 'One row per export ever met: one file from a survey platform, known by the hash of its bytes.';
comment on column ledger.export.export_no is 'Counts the exports of this mart from 1.';
comment on column ledger.export.source_id is 'The source the export was offered to.';
comment on column ledger.export.hash is 'SHA-256 of the file.';
comment on column ledger.export.file_name is 'The name of the file when it was last met.';
comment on column ledger.export.format is 'What the file was recognised as.';
comment on column ledger.export.fate is 'taken, refused or quarantined.';
comment on column ledger.export.reason is 'Why it was not taken, in a sentence.';
comment on column ledger.export.rows_in is 'Rows in the file.';
comment on column ledger.export.rows_kept is 'Rows taken in; the others are counted by reason in export_rejection.';
comment on column ledger.export.newest is 'The newest submission kept; absent where none was.';
comment on column ledger.export.run_no is 'The run that decided its fate.';
