alter table release.figure add column if not exists target varchar(12);

comment on column release.figure.target is 'descriptive: these very students, this term; analytic: what would come of it again with others like them. Empty unless the figure is shown.';

alter table release.figure drop constraint if exists figure_target_is_known;

alter table release.figure add constraint figure_target_is_known
    check (target is null or (target in ('descriptive', 'analytic') and state = 'shown'));
