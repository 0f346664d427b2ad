-- Who was told of the list and who was not let in: beside the log, appended in batches, let go of by age.
create table access_record (
    ordinal integer primary key,
    organization text not null,
    id blob not null,
    kind integer not null,
    actor text not null,
    key_id text,
    reason text not null,
    filters text not null,
    at integer not null,
    last integer not null,
    requests integer not null,
    items integer not null
);
create unique index access_id on access_record (organization, id);
create index access_at on access_record (organization, at, ordinal);
create index access_actor on access_record (organization, actor, at, ordinal);
create index access_kind on access_record (organization, kind, at, ordinal);
-- The one index that does not begin with the organization: what is too old is let go of whoever's it is, and never read.
create index access_age on access_record (at);
