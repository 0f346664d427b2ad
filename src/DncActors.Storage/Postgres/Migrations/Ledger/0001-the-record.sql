-- The twin of SQLite's schema, in a schema of its own: PostgreSQL 15 lets nobody but the owner of the database create anything in "public", Orleans' tables are
-- there under names that are not ours to choose, and whoever looks for the record finds nothing else beside it.
-- Times are UTC ticks (100 ns since the year 1): what was answered once is read back to the last digit, where a timestamptz would round it.
-- "sequence" is the place in the one order; "ordinal" is the order of making inside a table, which lists and cursors go by. Ordinals are drawn under
-- the head's lock. Texts are compared byte by byte, whatever the database's own collation: cursors and the words of names depend on it.
-- Nothing of one organization is ever read on behalf of another. An index that lists begins with the organization. One that only finds what is named exactly
-- ends its names with it: a comparison then ends at the first column, where it is the organization that nearly all rows have in common.
set local search_path to dnc;

-- The head: whoever commits locks it first, so that sequence order is commit order. "leads" and "entries" are the last ordinals that were drawn; gaps occur.
-- "log" is who the log is, wherever it was copied to.
create table ledger_head (
    single boolean primary key default true check (single),
    sequence bigint not null,
    leads bigint not null default 0,
    entries bigint not null default 0,
    log uuid not null default gen_random_uuid()
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
insert into ledger_head (sequence) values (0);

-- What every commit that ever happened is found by, so that a repeat is recognized. "sequence" is its last one.
create table commit_record (
    organization text collate "C" not null,
    id uuid not null,
    fingerprint uuid not null,
    sequence bigint not null,
    reply text,
    primary key (id, organization)
);

-- The log. Rows are only ever appended. "blocks" has three numbers (call, sms, email: ticks, 0 for not blocked) for each contact point of its entries, in the
-- order in which the body names the points first.
create table change (
    sequence bigint primary key,
    organization text collate "C" not null,
    commit_id uuid not null,
    at bigint not null,
    actor text collate "C" not null,
    type text collate "C" not null,
    lead_id text collate "C",
    touches_entries boolean not null,
    body text not null,
    blocks bigint[]
);
create index change_organization on change (organization, sequence);
create index change_at on change (organization, at, sequence);
create index change_actor on change (organization, actor, at, sequence);
create index change_lead on change (lead_id, organization, at, sequence) where lead_id is not null;
-- Changes of leads are many: a search for one of their types finds it along change_at. The rest are few, and it must not look for them among those.
create index change_type on change (organization, type, at, sequence) where lead_id is null;

create table change_group (
    organization text collate "C" not null,
    user_group_id text collate "C" not null,
    sequence bigint not null,
    primary key (organization, user_group_id, sequence)
);

create table document (
    organization text collate "C" not null,
    kind smallint not null,
    id text collate "C" not null,
    version bigint not null,
    sequence bigint not null,
    primary key (organization, kind, id)
);
create index document_kind on document (organization, kind, sequence);

create table document_version (
    organization text collate "C" not null,
    kind smallint not null,
    id text collate "C" not null,
    version bigint not null,
    at bigint not null,
    by text not null,
    sequence bigint not null,
    body text not null,
    primary key (organization, kind, id, version)
);

-- "flags_until": until when its executions' flags keep it on the list; "flagged_until": until when they or its own entries do; 0 = not at all.
-- "words" are those of the name that lead_word has, with spaces between them.
create table lead (
    ordinal bigint primary key,
    organization text collate "C" not null,
    id text collate "C" not null,
    version bigint not null,
    sequence bigint not null,
    record_type text not null,
    workflow_id text collate "C" not null,
    status_id text collate "C" not null,
    flags_until bigint not null,
    flagged_until bigint not null,
    name text,
    words text collate "C" not null,
    created_at bigint not null,
    import_id uuid,
    attributes text not null,
    body text not null
);
create unique index lead_id on lead (id, organization);
create index lead_standing on lead (organization, workflow_id, status_id, ordinal, flagged_until);
create index lead_flagged on lead (organization, ordinal, flagged_until) where flagged_until > 0;
create index lead_import on lead (organization, import_id, ordinal) where import_id is not null;

create table lead_point (
    organization text collate "C" not null,
    kind smallint not null,
    value text collate "C" not null,
    lead_ordinal bigint not null,
    primary key (value, kind, organization, lead_ordinal)
);

-- The words of the leads' names, in lower case.
create table lead_word (
    organization text collate "C" not null,
    word text collate "C" not null,
    lead_ordinal bigint not null,
    primary key (organization, word, lead_ordinal)
);

-- An execution is found by its commit's record: "sequence" is that commit's last one.
create table execution (
    sequence bigint primary key,
    organization text collate "C" not null,
    lead_id text collate "C" not null,
    action_id text collate "C" not null,
    workflow_id text collate "C" not null,
    status_id text collate "C" not null,
    actor text collate "C" not null,
    at bigint not null,
    adds_to_dnc boolean not null,
    id uuid not null,
    body text not null
);
create index execution_lead on execution (lead_id, organization, sequence);
create index execution_report on execution (organization, at, action_id, workflow_id, status_id, actor, adds_to_dnc);

-- Found by its ordinal within its source: five sources are merged where none is asked for, and the table needs one index less than with an ordinal alone.
create table entry (
    ordinal bigint not null,
    organization text collate "C" not null,
    id uuid not null,
    kind smallint not null,
    value text collate "C" not null,
    channels smallint not null,
    source smallint not null,
    reason text not null,
    lead_id text collate "C",
    execution_id uuid,
    added_by text not null,
    added_at bigint not null,
    expires_at bigint,
    import_id uuid,
    revoked_at bigint,
    revocation text,
    primary key (organization, source, ordinal)
);
create unique index entry_id on entry (id, organization);
create index entry_point on entry (value, kind, organization, revoked_at, channels, expires_at);
create index entry_lead on entry (lead_id, organization, ordinal) where lead_id is not null;
create index entry_import on entry (organization, import_id, ordinal) where import_id is not null;

create sequence job_ordinal;
create table job (
    ordinal bigint primary key default nextval('dnc.job_ordinal'),
    organization text collate "C" not null,
    id uuid not null,
    kind text not null,
    subject text not null,
    started_by text not null,
    started_at bigint not null,
    cursor text,
    done bigint not null,
    total bigint,
    finished_at bigint,
    error text
);
create unique index job_id on job (id, organization);
create index job_organization on job (organization, ordinal);
create index job_open on job (ordinal) where finished_at is null;
