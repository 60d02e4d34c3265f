create or replace view release.latest as
select
    publication.study,
    publication.term_id,
    max(publication.release_no) as release_no
from release.publication
group by publication.study, publication.term_id;

comment on view release.latest is 'One row per study and term: its latest release.';
