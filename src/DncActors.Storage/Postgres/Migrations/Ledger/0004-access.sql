-- Who was told of the list and who was not let in: beside the log, appended in batches, let go of by age.
set local search_path to dnc;

create sequence access_ordinal;
create table access_record (
    ordinal bigint primary key default nextval('dnc.access_ordinal'),
    organization text collate "C" not null,
    id uuid not null,
    kind smallint not null,
    actor text collate "C" not null,
    key_id text,
    reason text not null,
    filters text not null,
    at bigint not null,
    last bigint not null,
    requests bigint not null,
    items bigint not null
);
create unique index access_id on access_record (id, organization);
create index access_at on access_record (organization, at, ordinal);
create index access_actor on access_record (organization, actor, at, ordinal);
create index access_kind on access_record (organization, kind, at, ordinal);
-- The one index that does not begin with the organization: what is too old is let go of whoever's it is, and never read.
create index access_age on access_record (at);
