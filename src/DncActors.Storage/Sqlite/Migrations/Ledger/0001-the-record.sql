-- Times are UTC ticks (100 ns since the year 1): what was answered once is read back to the last digit. Ids of 16 bytes are blobs, big-endian.
-- "sequence" is the place in the one order; "ordinal" is the order of making inside a table, which lists and cursors go by.
-- Every index begins with the organization: nothing of one is ever read on behalf of another.

-- What every commit that ever happened is found by, so that a repeat is recognized. "sequence" is its last one.
create table commit_record (
    organization text not null,
    id blob not null,
    fingerprint blob not null,
    sequence integer not null,
    reply text,
    primary key (organization, id)
) without rowid;

-- The log. Rows are only ever appended.
create table change (
    sequence integer primary key,
    organization text not null,
    commit_id blob not null,
    at integer not null,
    actor text not null,
    type text not null,
    lead_id text,
    touches_entries integer not null,
    body text not null,
    blocks text
);
create index change_organization on change (organization, sequence, touches_entries);
create index change_at on change (organization, at, sequence, type);
create index change_actor on change (organization, actor, at, sequence);
create index change_lead on change (organization, lead_id, at, sequence) where lead_id is not null;
-- Changes of leads are many: a search for one of their types finds it along change_at. The rest are few, and it must not look for them among those.
create index change_type on change (organization, type, at, sequence) where lead_id is null;

create table change_group (
    organization text not null,
    user_group_id text not null,
    sequence integer not null,
    primary key (organization, user_group_id, sequence)
) without rowid;

create table document (
    organization text not null,
    kind integer not null,
    id text not null,
    version integer not null,
    sequence integer not null,
    primary key (organization, kind, id)
) without rowid;
create index document_kind on document (organization, kind, sequence);

create table document_version (
    organization text not null,
    kind integer not null,
    id text not null,
    version integer not null,
    at integer not null,
    by text not null,
    sequence integer not null,
    body text not null,
    primary key (organization, kind, id, version)
) without rowid;

-- "flagged_until": until when an execution or the lead's status keeps it on the list; 0 = it is not.
create table lead (
    ordinal integer primary key,
    organization text not null,
    id text not null,
    version integer not null,
    sequence integer not null,
    record_type text not null,
    workflow_id text not null,
    status_id text not null,
    flagged_until integer not null,
    name text,
    created_at integer not null,
    import_id blob,
    attributes text not null,
    body text not null
);
create unique index lead_id on lead (organization, id);
create index lead_standing on lead (organization, workflow_id, status_id, ordinal, flagged_until);
create index lead_flagged on lead (organization, ordinal, flagged_until) where flagged_until > 0;
create index lead_import on lead (organization, import_id, ordinal) where import_id is not null;

create table lead_point (
    organization text not null,
    kind integer not null,
    value text not null,
    lead_ordinal integer not null,
    primary key (organization, kind, value, lead_ordinal)
) without rowid;

-- The words of the leads' names, in lower case.
create table lead_word (
    organization text not null,
    word text not null,
    lead_ordinal integer not null,
    primary key (organization, word, lead_ordinal)
) without rowid;

-- An execution is found by its commit's record: "sequence" is that commit's last one.
create table execution (
    sequence integer primary key,
    organization text not null,
    lead_id text not null,
    action_id text not null,
    workflow_id text not null,
    status_id text not null,
    actor text not null,
    at integer not null,
    adds_to_dnc integer not null,
    id blob not null,
    body text not null
);
create index execution_lead on execution (organization, lead_id, sequence);
create index execution_report on execution (organization, at, action_id, workflow_id, status_id, actor, adds_to_dnc);

create table entry (
    ordinal integer primary key,
    organization text not null,
    id blob not null,
    kind integer not null,
    value text not null,
    channels integer not null,
    source integer not null,
    reason text not null,
    lead_id text,
    execution_id blob,
    added_by text not null,
    added_at integer not null,
    expires_at integer,
    import_id blob,
    revoked_at integer,
    revocation text
);
create unique index entry_id on entry (organization, id);
create index entry_point on entry (organization, kind, value, revoked_at, channels, expires_at);
create index entry_lead on entry (organization, lead_id, ordinal) where lead_id is not null;
create index entry_import on entry (organization, import_id, ordinal) where import_id is not null;
create index entry_source on entry (organization, source, ordinal, channels, added_at, expires_at, revoked_at);

create table job (
    ordinal integer primary key,
    organization text not null,
    id blob not null,
    kind text not null,
    subject text not null,
    started_by text not null,
    started_at integer not null,
    cursor text,
    done integer not null,
    total integer,
    finished_at integer,
    error text
);
create unique index job_id on job (organization, id);
create index job_organization on job (organization, ordinal);
create index job_open on job (ordinal) where finished_at is null;
