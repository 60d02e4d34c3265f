alter table release.publication add column if not exists language_tag varchar(20);
alter table release.publication add column if not exists paper varchar(10);
alter table release.publication add column if not exists colours varchar(40);

comment on column release.publication.language_tag is 'The language that its reports are written in; empty is en-GB.';
comment on column release.publication.paper is 'What its reports are printed on, a4 or letter; empty is a4.';
comment on column release.publication.colours is 'The school''s own colours, at most two, such as #1f3a5f, parted by a space; empty where it has none.';

create table if not exists release.contact (
    release_no    bigint        not null,
    contact_order integer       not null,
    purpose       varchar(10)   not null,
    title         varchar(300)  not null,
    details       varchar(1000) not null,
    constraint contact_pk primary key (release_no, contact_order),
    constraint contact_belongs_to_a_publication foreign key (release_no)
        references release.publication (release_no),
    constraint contact_purpose_is_known check (purpose in ('report', 'crisis'))
);

comment on table release.contact is 'One row per release and person or office that its readers can turn to.';
comment on column release.contact.release_no is 'The release.';
comment on column release.contact.contact_order is 'Sorts contacts in reports.';
comment on column release.contact.purpose is 'report: questions about the report; crisis: help for somebody in a crisis.';
comment on column release.contact.title is 'Who it is.';
comment on column release.contact.details is 'How to reach them.';

create table if not exists release.logo (
    release_no bigint      not null,
    media_type varchar(40) not null,
    image      bytea       not null,
    constraint logo_pk primary key (release_no),
    constraint logo_belongs_to_a_publication foreign key (release_no)
        references release.publication (release_no)
);

comment on table release.logo is 'The school''s logo as its reports carry it, so that a report can be drawn again at any time.';
comment on column release.logo.release_no is 'The release.';
comment on column release.logo.media_type is 'image/png or image/jpeg.';
comment on column release.logo.image is 'The image file.';
