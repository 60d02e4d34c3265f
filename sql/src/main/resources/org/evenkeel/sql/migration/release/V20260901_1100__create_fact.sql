create table if not exists release.fact (
    release_no bigint         not null,
    section_id varchar(100)   not null,
    fact_order integer        not null,
    title      varchar(1000)  not null,
    content    varchar(500000) not null,
    constraint fact_pk primary key (release_no, section_id, fact_order),
    constraint fact_belongs_to_a_publication foreign key (release_no) references release.publication (release_no)
);

comment on table release.fact is 'One row per release and line of its audit or provenance.';
comment on column release.fact.release_no is 'The release.';
comment on column release.fact.section_id is 'audit, provenance, export, instrument or privacy.';
comment on column release.fact.fact_order is 'Sorts the lines of a section.';
comment on column release.fact.title is 'What it is.';
comment on column release.fact.content is 'Its value.';
