create table if not exists release.finding (
    release_no    bigint        not null,
    finding_order integer       not null,
    theme         varchar(100)  not null,
    certainty     varchar(10)   not null,
    sentence      varchar(4000) not null,
    constraint finding_pk primary key (release_no, finding_order),
    constraint finding_belongs_to_a_publication foreign key (release_no) references release.publication (release_no),
    constraint finding_certainty_is_known check (certainty in ('clear', 'probable', 'open'))
);

comment on table release.finding is 'One row per release and finding: a sentence of the summary.';
comment on column release.finding.release_no is 'The release.';
comment on column release.finding.finding_order is 'Sorts findings in the summary.';
comment on column release.finding.theme is 'The theme it speaks of.';
comment on column release.finding.certainty is 'clear, probable or open.';
comment on column release.finding.sentence is 'The finding in words.';

create table if not exists release.finding_evidence (
    release_no     bigint      not null,
    finding_order  integer     not null,
    evidence_order integer     not null,
    figure_id      varchar(40) not null,
    constraint finding_evidence_pk primary key (release_no, finding_order, evidence_order),
    constraint finding_evidence_belongs_to_a_finding foreign key (release_no, finding_order)
        references release.finding (release_no, finding_order),
    constraint finding_evidence_is_a_figure foreign key (release_no, figure_id)
        references release.figure (release_no, figure_id)
);

comment on table release.finding_evidence is 'One row per finding and figure it rests on.';
comment on column release.finding_evidence.release_no is 'The release.';
comment on column release.finding_evidence.finding_order is 'The finding.';
comment on column release.finding_evidence.evidence_order is 'Sorts the evidence of a finding.';
comment on column release.finding_evidence.figure_id is 'A figure the finding rests on.';
