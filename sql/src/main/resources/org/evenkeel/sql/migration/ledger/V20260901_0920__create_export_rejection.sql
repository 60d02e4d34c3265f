create table if not exists ledger.export_rejection (
    export_no     bigint       not null,
    reason        varchar(200) not null,
    rows_rejected bigint       not null,
    constraint export_rejection_pk primary key (export_no, reason),
    constraint export_rejection_belongs_to_an_export foreign key (export_no) references ledger.export (export_no),
    constraint export_rejection_counts_rows check (rows_rejected > 0)
);

comment on table ledger.export_rejection is 'One row per export and reason for which rows of it were rejected.';
comment on column ledger.export_rejection.export_no is 'The export.';
comment on column ledger.export_rejection.reason is 'The reason as a stable code.';
comment on column ledger.export_rejection.rows_rejected is 'How many rows were rejected for it.';
