alter table ledger.export add column if not exists check_command varchar(2000);

comment on column ledger.export.check_command is 'What to run to see again why it was not taken; absent where it was.';
