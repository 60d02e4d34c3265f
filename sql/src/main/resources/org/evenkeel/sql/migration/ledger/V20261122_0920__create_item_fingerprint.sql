create table if not exists ledger.item_fingerprint (
    source_id   varchar(200)  not null,
    platform    varchar(100)  not null,
    item_id     varchar(200)  not null,
    column_name varchar(2000) not null,
    wording     varchar(64)   not null,
    lowest      integer       not null,
    highest     integer       not null,
    codes       varchar(4000) not null,
    texts       bigint        not null,
    unreadable  bigint        not null,
    run_no      bigint        not null,
    constraint item_fingerprint_pk primary key (source_id, platform, item_id),
    constraint item_fingerprint_was_set_by_a_run foreign key (run_no) references ledger.run (run_no)
);

comment on table ledger.item_fingerprint is 'One row per source, platform and item: how exports have asked it so far. A later export that asks it otherwise waits until somebody accepts it.';
comment on column ledger.item_fingerprint.source_id is 'The source.';
comment on column ledger.item_fingerprint.platform is 'The platform whose exports ask it so.';
comment on column ledger.item_fingerprint.item_id is 'The item.';
comment on column ledger.item_fingerprint.column_name is 'The name of its column.';
comment on column ledger.item_fingerprint.wording is 'A digest of its question text; empty where exports have none.';
comment on column ledger.item_fingerprint.lowest is 'The lowest value of its scale.';
comment on column ledger.item_fingerprint.highest is 'The highest value of its scale.';
comment on column ledger.item_fingerprint.codes is 'The whole numbers that answer it, and how often each was met in the latest export that has it.';
comment on column ledger.item_fingerprint.texts is 'How many answers of the latest export were known texts.';
comment on column ledger.item_fingerprint.unreadable is 'How many answers of the latest export could not be read.';
comment on column ledger.item_fingerprint.run_no is 'The run that set it last.';
