create table if not exists release.publication (
    release_no         bigint                      not null,
    release_id         varchar(200)                not null,
    study              varchar(500)                not null,
    term_id            varchar(100)                not null,
    as_of              timestamp(6) with time zone not null,
    zone               varchar(100)                not null,
    threshold          integer                     not null,
    coverage           varchar(10)                 not null,
    simulated          varchar(4000),
    version            varchar(100)                not null,
    configuration_hash varchar(64)                 not null,
    input_hash         varchar(64)                 not null,
    constraint publication_pk primary key (release_no),
    constraint publication_is_known_by_its_id unique (release_id),
    constraint publication_threshold_protects check (threshold >= 10),
    constraint publication_coverage_is_known check (coverage in ('census', 'sample'))
);

comment on table release.publication is 'One row per release: the immutable set of figures, flags and texts of one publication. Rows of this schema are added and never changed.';
comment on column release.publication.release_no is 'Counts the releases of this mart from 1; a later release has a higher number. Joins all tables of this schema.';
comment on column release.publication.release_id is 'The name of the release: the term and a hash of inputs, configuration and version.';
comment on column release.publication.study is 'The name of the school.';
comment on column release.publication.term_id is 'The term the release is about.';
comment on column release.publication.as_of is 'The instant up to which answers were taken in.';
comment on column release.publication.zone is 'The time zone of the school.';
comment on column release.publication.threshold is 'No shown figure rests on fewer respondents.';
comment on column release.publication.coverage is 'census: headcounts cover everyone who was asked; sample otherwise.';
comment on column release.publication.simulated is 'The sentence that marks everything as simulated; empty for a real school.';
comment on column release.publication.version is 'The version of the program that made it.';
comment on column release.publication.configuration_hash is 'SHA-256 of study and instruments.';
comment on column release.publication.input_hash is 'SHA-256 over the hashes of the exports taken in.';
