-- An entry without an end on every channel of its contact point says what the point is blocked until, whatever else is known of it. Such numbers come along
-- with the commit, and nobody looks up the entries of its points.
set local search_path to dnc;

-- What writes a run, as 0006 has it, but for what contact points are blocked until.
create function commit_run(
    p_organization text,
    -- The commits. p_alone: there is one only, and it may meet whatever it likes.
    p_alone boolean, p_id uuid[], p_fingerprint uuid[], p_actor text[], p_at bigint[], p_reply text[], p_changes int[],
    -- Documents that must be at a version, each once, and who demands which.
    p_guard_kind smallint[], p_guard_id text[], p_guard_version bigint[], p_demand_commit int[], p_demand_guard int[],
    p_kind_commit int[], p_kind_kind smallint[], p_kind_sequence bigint[],
    p_empty_commit int[], p_empty_workflow text[], p_empty_status text[],
    p_lead_commit int[], p_lead_id text[], p_lead_expected bigint[], p_lead_type text[], p_lead_workflow text[], p_lead_status text[],
    p_lead_flags_until bigint[], p_lead_own_entries boolean[], p_lead_name text[], p_lead_words text[], p_lead_created_at bigint[], p_lead_import uuid[],
    p_lead_attributes text[], p_lead_body bytea[], p_lead_new_points boolean[],
    -- The contact points of leads that are new or got others; "lead" is the place among the leads.
    p_point_lead int[], p_point_kind smallint[], p_point_value text[],
    -- What is the same for all of them comes once, and what none of them has not at all; ids and values come for each.
    p_entry_commit int[], p_entry_id uuid[], p_entry_kind smallint[], p_entry_value text[], p_entry_channels smallint[], p_entry_source smallint[],
    p_entry_reason text[], p_entry_lead text[], p_entry_execution uuid[], p_entry_by text[], p_entry_at bigint[], p_entry_expires_at bigint[],
    p_entry_import uuid[],
    p_revoke_commit int[], p_revoke_id uuid[], p_revoke_at bigint[], p_revoke_body bytea[],
    -- Leads whose entries come without the lead being written.
    p_touch_commit int[], p_touch_lead text[],
    p_execution_commit int[], p_execution_lead text[], p_execution_action text[], p_execution_workflow text[], p_execution_status text[],
    p_execution_actor text[], p_execution_at bigint[], p_execution_adds boolean[], p_execution_body bytea[],
    -- "place" is that of the change which tells of it, within its commit.
    p_document_commit int[], p_document_kind smallint[], p_document_id text[], p_document_version bigint[], p_document_place int[], p_document_body bytea[],
    p_job_commit int[], p_job_organization text[], p_job_id uuid[], p_job_kind text[], p_job_subject text[], p_job_by text[], p_job_at bigint[],
    p_job_cursor text[], p_job_done bigint[], p_job_total bigint[], p_job_finished_at bigint[], p_job_error text[],
    -- A change's contact points are those below from "since" (not included) to "until".
    p_change_commit int[], p_change_place int[], p_change_type text[], p_change_lead text[], p_change_since int[], p_change_until int[],
    p_change_body bytea[],
    p_group_change int[], p_group_id text[],
    -- What contact points are blocked until, three numbers each; and those whose numbers are to be looked up: their places among them, and who they are.
    p_blocks bigint[], p_block_place int[], p_block_kind smallint[], p_block_value text[],
    out head bigint, out bases bigint[], out blocks bigint[],
    out conflict_commit int[], out conflict text[],
    out found_commit int[], out found_same boolean[], out found_sequence bigint[], out found_reply text[])
language plpgsql volatile
set search_path to dnc
as $$
declare
    forever constant bigint := 9223372036854775807;
    last bigint;
    last_lead bigint;
    last_entry bigint;
    failed int[];
    ordinals bigint[];
    rekeyed boolean;
    changed boolean[];
    amounts bigint[] := p_blocks;
    touched_commit int[] := p_touch_commit;
    touched_lead text[] := p_touch_lead;
    strays boolean;
    only_import constant uuid := case when cardinality(p_entry_import) = 1 then p_entry_import[1] end;
begin
    select h.sequence, h.leads, h.entries into strict head, last_lead, last_entry from ledger_head h for update;
    last := head;
    bases := array_fill(0::bigint, array[cardinality(p_id)]);

    select array_agg(c.n::int), array_agg(r.fingerprint = c.fingerprint), array_agg(r.sequence), array_agg(r.reply)
    into found_commit, found_same, found_sequence, found_reply
    from (select unnest(p_id) as id, unnest(p_fingerprint) as fingerprint, generate_series(1, cardinality(p_id)) as n) c
    cross join lateral (select * from commit_record r where r.organization = p_organization and r.id = c.id limit 1) r;

    -- The guards, from the first in their order to the last: the first that fails gives the conflict its name.
    if cardinality(p_guard_kind) > 0 then
        select array_agg(g.n::int) into failed
        from unnest(p_guard_kind, p_guard_id, p_guard_version) with ordinality g(kind, id, version, n)
        left join lateral (
            select d.version from document d where d.organization = p_organization and d.kind = g.kind and d.id = g.id limit 1) d on true
        where coalesce(d.version, 0) <> g.version;
        if failed is not null then
            select array_agg(d.of) into failed from unnest(p_demand_commit, p_demand_guard) d(of, guard) where d.guard = any(failed);
            conflict_commit := conflict_commit || failed;
            conflict := conflict || array_fill('document'::text, array[cardinality(failed)]);
        end if;
    end if;
    if cardinality(p_kind_commit) > 0 then
        select array_agg(g.of) into failed
        from unnest(p_kind_commit, p_kind_kind, p_kind_sequence) g(of, kind, sequence)
        where exists (select from document d where d.organization = p_organization and d.kind = g.kind and d.sequence > g.sequence);
        if failed is not null then
            conflict_commit := conflict_commit || failed;
            conflict := conflict || array_fill('kind'::text, array[cardinality(failed)]);
        end if;
    end if;
    if cardinality(p_empty_commit) > 0 then
        select array_agg(g.of) into failed
        from unnest(p_empty_commit, p_empty_workflow, p_empty_status) g(of, workflow, status)
        where exists (
            select from lead l where l.organization = p_organization and l.workflow_id = g.workflow and (g.status is null or l.status_id = g.status));
        if failed is not null then
            conflict_commit := conflict_commit || failed;
            conflict := conflict || array_fill('empty'::text, array[cardinality(failed)]);
        end if;
    end if;
    if cardinality(p_lead_commit) > 0 then
        select
            array_agg(case when w.expected = 0 then last_lead + w.n else l.ordinal end),
            array_agg(w.of) filter (where coalesce(l.version, 0) <> w.expected),
            array_agg(w.expected > 0 and (w.new_points or l.words <> w.words)),
            bool_or(w.expected > 0 and (w.new_points or l.words <> w.words))
        into ordinals, failed, changed, rekeyed
        from (select
            unnest(p_lead_commit) as of, unnest(p_lead_id) as id, unnest(p_lead_expected) as expected, unnest(p_lead_words) as words,
            unnest(p_lead_new_points) as new_points, generate_series(1, cardinality(p_lead_commit)) as n) w
        left join lateral (
            select l.ordinal, l.version, l.words from lead l where l.organization = p_organization and l.id = w.id limit 1) l on true;
        if failed is not null then
            conflict_commit := conflict_commit || failed;
            conflict := conflict || array_fill('lead'::text, array[cardinality(failed)]);
        end if;
    end if;
    if cardinality(p_revoke_commit) > 0 then
        select
            array_agg(r.of) filter (where e.id is null or e.revoked_at is not null),
            touched_commit || array_agg(r.of) filter (where e.lead_id is not null and not l.written),
            touched_lead || array_agg(e.lead_id) filter (where e.lead_id is not null and not l.written),
            coalesce(bool_or(e.lead_id is not null and not l.written and not l.told), false)
        into failed, touched_commit, touched_lead, strays
        from unnest(p_revoke_commit, p_revoke_id) r(of, id)
        left join lateral (select * from entry e where e.organization = p_organization and e.id = r.id limit 1) e on true
        cross join lateral (select
            exists (select from unnest(p_lead_commit, p_lead_id) w(of, id) where w.of = r.of and w.id = e.lead_id) as written,
            exists (select from unnest(p_touch_commit, p_touch_lead) t(of, id) where t.of = r.of and t.id = e.lead_id) as told) l;
        -- A lead that the commit does not name may be one that another commit of the run writes.
        if strays and not p_alone then
            raise exception 'An entry that is revoked stems from a lead that its commit does not name.' using errcode = 'DNC01';
        end if;
        if failed is not null then
            conflict_commit := conflict_commit || failed;
            conflict := conflict || array_fill('entry'::text, array[cardinality(failed)]);
        end if;
    end if;

    for i in 1..cardinality(p_id) loop
        if i = any(conflict_commit) or i = any(found_commit) then
            bases[i] := -1;
        else
            bases[i] := last;
            last := last + p_changes[i];
        end if;
    end loop;
    if last = head then return; end if;

    if cardinality(p_revoke_commit) > 0 then
        update entry e
        set revoked_at = r.at, revocation = convert_from(r.body, 'UTF8')
        from unnest(p_revoke_commit, p_revoke_id, p_revoke_at, p_revoke_body) r(of, id, at, body)
        where e.organization = p_organization and e.id = r.id and bases[r.of] >= 0;
        update import i
        set revoked = i.revoked + r.entries
        from (
            select e.import_id, count(*) as entries
            from unnest(p_revoke_commit, p_revoke_id) r(of, id)
            cross join lateral (select * from entry e where e.organization = p_organization and e.id = r.id limit 1) e
            where e.import_id is not null and e.lead_id is null and bases[r.of] >= 0
            group by e.import_id) r
        where i.organization = p_organization and i.id = r.import_id;
    end if;
    if cardinality(p_entry_id) > 0 then
        insert into entry (
            ordinal, organization, id, kind, value, channels, source, reason, lead_id, execution_id, added_by, added_at, expires_at, import_id)
        select last_entry + e.n, p_organization, e.id, coalesce(e.kind, p_entry_kind[1]), e.value, coalesce(e.channels, p_entry_channels[1]),
            coalesce(e.source, p_entry_source[1]), coalesce(e.reason, p_entry_reason[1]), e.lead_id, e.execution_id, coalesce(e.by, p_entry_by[1]),
            coalesce(e.at, p_entry_at[1]), e.expires_at, coalesce(e.import_id, only_import)
        from (select
            unnest(p_entry_commit) as of, unnest(p_entry_id) as id, unnest(p_entry_kind) as kind, unnest(p_entry_value) as value,
            unnest(p_entry_channels) as channels, unnest(p_entry_source) as source, unnest(p_entry_reason) as reason,
            unnest(p_entry_lead) as lead_id, unnest(p_entry_execution) as execution_id, unnest(p_entry_by) as by, unnest(p_entry_at) as at,
            unnest(p_entry_expires_at) as expires_at, unnest(p_entry_import) as import_id, generate_series(1, cardinality(p_entry_id)) as n) e
        where bases[coalesce(e.of, p_entry_commit[1])] >= 0;
        -- Nearly always they come with no import.
        if cardinality(array_remove(p_entry_import, null)) > 0 then
            insert into import (organization, id, ordinal, by, at, entries, opt_outs, revoked)
            select p_organization, e.import_id, last_entry + min(e.n), min(e.by), min(e.at), count(*), count(*) filter (where e.source = 3), 0
            from (
                select
                    e.n, coalesce(e.of, p_entry_commit[1]) as of, coalesce(e.source, p_entry_source[1]) as source, e.lead_id,
                    coalesce(e.by, p_entry_by[1]) as by, coalesce(e.at, p_entry_at[1]) as at, coalesce(e.import_id, only_import) as import_id
                from (select
                    unnest(p_entry_commit) as of, unnest(p_entry_source) as source, unnest(p_entry_lead) as lead_id, unnest(p_entry_by) as by,
                    unnest(p_entry_at) as at, unnest(p_entry_import) as import_id, generate_series(1, cardinality(p_entry_id)) as n) e) e
            where e.import_id is not null and e.lead_id is null and bases[e.of] >= 0
            group by e.import_id
            on conflict (organization, id)
            do update set entries = import.entries + excluded.entries, opt_outs = import.opt_outs + excluded.opt_outs;
        end if;
    end if;

    if rekeyed then
        delete from lead_point p
        using (
            select l.ordinal, coalesce((old.point ->> 'kind')::smallint, 0) as kind, old.point ->> 'value' as value
            from unnest(p_lead_commit, ordinals, p_lead_new_points, changed) w(of, ordinal, new_points, changed)
            join lead l on l.ordinal = w.ordinal
            cross join lateral json_array_elements(l.body::json -> 'contactPoints') old(point)
            where w.changed and w.new_points and bases[w.of] >= 0) old
        where p.organization = p_organization and p.kind = old.kind and p.value = old.value and p.lead_ordinal = old.ordinal;
        delete from lead_word k
        using (
            select l.ordinal, old.word
            from unnest(p_lead_commit, ordinals, changed) w(of, ordinal, changed)
            join lead l on l.ordinal = w.ordinal
            cross join lateral unnest(string_to_array(l.words, ' ')) old(word)
            where w.changed and bases[w.of] >= 0) old
        where k.organization = p_organization and k.word = old.word and k.lead_ordinal = old.ordinal;
    end if;
    if cardinality(p_lead_commit) > 0 then
        update lead l
        set version = w.expected + 1, sequence = bases[w.of] + p_changes[w.of], workflow_id = w.workflow, status_id = w.status,
            flags_until = w.flags_until, name = w.name, words = w.words, import_id = w.import_id, attributes = w.attributes,
            body = convert_from(w.body, 'UTF8'),
            flagged_until = case when w.flags_until = forever then forever else greatest(w.flags_until, (
                select max(coalesce(e.expires_at, forever)) from entry e
                where e.organization = p_organization and e.lead_id = w.id and e.revoked_at is null and e.source in (0, 4))) end
        from (select
            unnest(p_lead_commit) as of, unnest(ordinals) as ordinal, unnest(p_lead_id) as id, unnest(p_lead_expected) as expected,
            unnest(p_lead_workflow) as workflow, unnest(p_lead_status) as status, unnest(p_lead_flags_until) as flags_until,
            unnest(p_lead_name) as name, unnest(p_lead_words) as words, unnest(p_lead_import) as import_id, unnest(p_lead_attributes) as attributes,
            unnest(p_lead_body) as body) w
        where l.ordinal = w.ordinal and w.expected > 0 and bases[w.of] >= 0;

        if 0 = any(p_lead_expected) then
            insert into lead (
                ordinal, organization, id, version, sequence, record_type, workflow_id, status_id, flags_until, flagged_until, name, words, created_at,
                import_id, attributes, body)
            select w.ordinal, p_organization, w.id, 1, bases[w.of] + p_changes[w.of], w.type, w.workflow, w.status, w.flags_until,
                case when w.flags_until = forever or not w.own_entries then w.flags_until else greatest(w.flags_until, (
                    select max(coalesce(e.expires_at, forever)) from entry e
                    where e.organization = p_organization and e.lead_id = w.id and e.revoked_at is null and e.source in (0, 4))) end,
                w.name, w.words, w.created_at, w.import_id, w.attributes, convert_from(w.body, 'UTF8')
            from (select
                unnest(p_lead_commit) as of, unnest(ordinals) as ordinal, unnest(p_lead_id) as id, unnest(p_lead_expected) as expected,
                unnest(p_lead_type) as type, unnest(p_lead_workflow) as workflow, unnest(p_lead_status) as status,
                unnest(p_lead_flags_until) as flags_until, unnest(p_lead_own_entries) as own_entries, unnest(p_lead_name) as name,
                unnest(p_lead_words) as words, unnest(p_lead_created_at) as created_at, unnest(p_lead_import) as import_id,
                unnest(p_lead_attributes) as attributes, unnest(p_lead_body) as body) w
            where w.expected = 0 and bases[w.of] >= 0;
        end if;
        if rekeyed or 0 = any(p_lead_expected) then
            insert into lead_word (organization, word, lead_ordinal)
            select p_organization, k.word, w.ordinal
            from (select
                unnest(p_lead_commit) as of, unnest(ordinals) as ordinal, unnest(p_lead_expected) as expected, unnest(p_lead_words) as words,
                unnest(changed) as changed) w
            cross join lateral unnest(string_to_array(w.words, ' ')) k(word)
            where (w.expected = 0 or w.changed) and bases[w.of] >= 0;
        end if;
        if cardinality(p_point_lead) > 0 then
            insert into lead_point (organization, kind, value, lead_ordinal)
            select p_organization, k.kind, k.value, ordinals[k.lead]
            from (select unnest(p_point_lead) as lead, unnest(p_point_kind) as kind, unnest(p_point_value) as value) k
            where bases[p_lead_commit[k.lead]] >= 0;
        end if;
    end if;
    if cardinality(touched_commit) > 0 then
        update lead l
        set version = l.version + 1, sequence = bases[t.of] + p_changes[t.of],
            flagged_until = greatest(l.flags_until, (
                select max(coalesce(e.expires_at, forever)) from entry e
                where e.organization = p_organization and e.lead_id = t.id and e.revoked_at is null and e.source in (0, 4)))
        from (select distinct t.of, t.id from unnest(touched_commit, touched_lead) t(of, id)) t
        where l.organization = p_organization and l.id = t.id and bases[t.of] >= 0;
    end if;

    if cardinality(p_execution_commit) > 0 then
        insert into execution (sequence, organization, lead_id, action_id, workflow_id, status_id, actor, at, adds_to_dnc, id, body)
        select bases[x.of] + p_changes[x.of], p_organization, x.lead_id, x.action, x.workflow, x.status, x.actor, x.at, x.adds, p_id[x.of],
            convert_from(x.body, 'UTF8')
        from (select
            unnest(p_execution_commit) as of, unnest(p_execution_lead) as lead_id, unnest(p_execution_action) as action,
            unnest(p_execution_workflow) as workflow, unnest(p_execution_status) as status, unnest(p_execution_actor) as actor,
            unnest(p_execution_at) as at, unnest(p_execution_adds) as adds, unnest(p_execution_body) as body) x
        where bases[x.of] >= 0;
    end if;
    if cardinality(p_document_commit) > 0 then
        insert into document (organization, kind, id, version, sequence)
        select p_organization, d.kind, d.id, d.version, bases[d.of] + d.place
        from unnest(p_document_commit, p_document_kind, p_document_id, p_document_version, p_document_place) d(of, kind, id, version, place)
        where bases[d.of] >= 0
        on conflict (organization, kind, id) do update set version = excluded.version, sequence = excluded.sequence;
        insert into document_version (organization, kind, id, version, at, by, sequence, body)
        select p_organization, d.kind, d.id, d.version, p_at[d.of], p_actor[d.of], bases[d.of] + d.place, convert_from(d.body, 'UTF8')
        from unnest(p_document_commit, p_document_kind, p_document_id, p_document_version, p_document_place, p_document_body)
            d(of, kind, id, version, place, body)
        where bases[d.of] >= 0;
    end if;
    if cardinality(p_job_commit) > 0 then
        insert into job (organization, id, kind, subject, started_by, started_at, cursor, done, total, finished_at, error)
        select j.organization, j.id, j.kind, j.subject, j.by, j.at, j.cursor, j.done, j.total, j.finished_at, j.error
        from unnest(
            p_job_commit, p_job_organization, p_job_id, p_job_kind, p_job_subject, p_job_by, p_job_at, p_job_cursor, p_job_done, p_job_total,
            p_job_finished_at, p_job_error)
            j(of, organization, id, kind, subject, by, at, cursor, done, total, finished_at, error)
        where bases[j.of] >= 0;
    end if;

    -- What the entries of a contact point amount to now, where its commit alone does not say it.
    if cardinality(p_block_kind) > 0 then
        select array_agg(array[coalesce(b.call, 0), coalesce(b.sms, 0), coalesce(b.email, 0)]) into blocks
        from (select unnest(p_block_kind) as kind, unnest(p_block_value) as value, generate_series(1, cardinality(p_block_kind)) as n) p
        cross join lateral (
            select
                max(case when e.channels & 1 <> 0 then coalesce(e.expires_at, forever) end) as call,
                max(case when e.channels & 2 <> 0 then coalesce(e.expires_at, forever) end) as sms,
                max(case when e.channels & 4 <> 0 then coalesce(e.expires_at, forever) end) as email
            from entry e
            where e.organization = p_organization and e.kind = p.kind and e.value = p.value and e.revoked_at is null) b;
        if cardinality(blocks) = cardinality(p_blocks) then
            amounts := blocks;
        else
            for i in 1..cardinality(p_block_kind) loop
                for k in 1..3 loop
                    amounts[p_block_place[i]][k] := blocks[i][k];
                end loop;
            end loop;
        end if;
    end if;
    insert into change (sequence, organization, commit_id, at, actor, type, lead_id, touches_entries, body, blocks)
    select bases[c.of] + c.place, p_organization, p_id[c.of], p_at[c.of], p_actor[c.of], c.type, c.lead_id, c.until > c.since,
        convert_from(c.body, 'UTF8'), case when c.until > c.since then amounts[c.since + 1 : c.until] end
    from (select
        unnest(p_change_commit) as of, unnest(p_change_place) as place, unnest(p_change_type) as type, unnest(p_change_lead) as lead_id,
        unnest(p_change_since) as since, unnest(p_change_until) as until, unnest(p_change_body) as body) c
    where bases[c.of] >= 0;
    if cardinality(p_group_change) > 0 then
        insert into change_group (organization, user_group_id, sequence)
        select p_organization, g.id, bases[p_change_commit[g.change]] + p_change_place[g.change]
        from (select unnest(p_group_change) as change, unnest(p_group_id) as id) g
        where bases[p_change_commit[g.change]] >= 0;
    end if;
    insert into commit_record (organization, id, fingerprint, sequence, reply)
    select p_organization, c.id, c.fingerprint, bases[c.n] + p_changes[c.n], c.reply
    from (select unnest(p_id) as id, unnest(p_fingerprint) as fingerprint, unnest(p_reply) as reply, generate_series(1, cardinality(p_id)) as n) c
    where bases[c.n] >= 0;
    update ledger_head
    set sequence = last, leads = leads + cardinality(p_lead_commit), entries = entries + cardinality(p_entry_id);
end
$$;

-- The one of 0006, for nodes of the version before: for them everything is looked up.
create or replace function commit_run(
    p_organization text,
    p_alone boolean, p_id uuid[], p_fingerprint uuid[], p_actor text[], p_at bigint[], p_reply text[], p_changes int[],
    p_guard_kind smallint[], p_guard_id text[], p_guard_version bigint[], p_demand_commit int[], p_demand_guard int[],
    p_kind_commit int[], p_kind_kind smallint[], p_kind_sequence bigint[],
    p_empty_commit int[], p_empty_workflow text[], p_empty_status text[],
    p_lead_commit int[], p_lead_id text[], p_lead_expected bigint[], p_lead_type text[], p_lead_workflow text[], p_lead_status text[],
    p_lead_flags_until bigint[], p_lead_own_entries boolean[], p_lead_name text[], p_lead_words text[], p_lead_created_at bigint[], p_lead_import uuid[],
    p_lead_attributes text[], p_lead_body bytea[], p_lead_new_points boolean[],
    p_point_lead int[], p_point_kind smallint[], p_point_value text[],
    p_entry_commit int[], p_entry_id uuid[], p_entry_kind smallint[], p_entry_value text[], p_entry_channels smallint[], p_entry_source smallint[],
    p_entry_reason text[], p_entry_lead text[], p_entry_execution uuid[], p_entry_by text[], p_entry_at bigint[], p_entry_expires_at bigint[],
    p_entry_import uuid[],
    p_revoke_commit int[], p_revoke_id uuid[], p_revoke_at bigint[], p_revoke_body bytea[],
    p_touch_commit int[], p_touch_lead text[],
    p_execution_commit int[], p_execution_lead text[], p_execution_action text[], p_execution_workflow text[], p_execution_status text[],
    p_execution_actor text[], p_execution_at bigint[], p_execution_adds boolean[], p_execution_body bytea[],
    p_document_commit int[], p_document_kind smallint[], p_document_id text[], p_document_version bigint[], p_document_place int[], p_document_body bytea[],
    p_job_commit int[], p_job_organization text[], p_job_id uuid[], p_job_kind text[], p_job_subject text[], p_job_by text[], p_job_at bigint[],
    p_job_cursor text[], p_job_done bigint[], p_job_total bigint[], p_job_finished_at bigint[], p_job_error text[],
    p_change_commit int[], p_change_place int[], p_change_type text[], p_change_lead text[], p_change_since int[], p_change_until int[],
    p_change_body bytea[],
    p_group_change int[], p_group_id text[],
    p_block_kind smallint[], p_block_value text[],
    out head bigint, out bases bigint[], out blocks bigint[],
    out conflict_commit int[], out conflict text[],
    out found_commit int[], out found_same boolean[], out found_sequence bigint[], out found_reply text[])
language sql volatile
set search_path to dnc
as $$
    select * from commit_run(
        p_organization, p_alone, p_id, p_fingerprint, p_actor, p_at, p_reply, p_changes, p_guard_kind, p_guard_id, p_guard_version, p_demand_commit,
        p_demand_guard, p_kind_commit, p_kind_kind, p_kind_sequence, p_empty_commit, p_empty_workflow, p_empty_status, p_lead_commit, p_lead_id,
        p_lead_expected, p_lead_type, p_lead_workflow, p_lead_status, p_lead_flags_until, p_lead_own_entries, p_lead_name, p_lead_words, p_lead_created_at,
        p_lead_import, p_lead_attributes, p_lead_body, p_lead_new_points, p_point_lead, p_point_kind, p_point_value, p_entry_commit, p_entry_id,
        p_entry_kind, p_entry_value, p_entry_channels, p_entry_source, p_entry_reason, p_entry_lead, p_entry_execution, p_entry_by, p_entry_at,
        p_entry_expires_at, p_entry_import, p_revoke_commit, p_revoke_id, p_revoke_at, p_revoke_body, p_touch_commit, p_touch_lead, p_execution_commit,
        p_execution_lead, p_execution_action, p_execution_workflow, p_execution_status, p_execution_actor, p_execution_at, p_execution_adds,
        p_execution_body, p_document_commit, p_document_kind, p_document_id, p_document_version, p_document_place, p_document_body, p_job_commit,
        p_job_organization, p_job_id, p_job_kind, p_job_subject, p_job_by, p_job_at, p_job_cursor, p_job_done, p_job_total, p_job_finished_at, p_job_error,
        p_change_commit, p_change_place, p_change_type, p_change_lead, p_change_since, p_change_until, p_change_body, p_group_change, p_group_id,
        array_fill(0::bigint, array[cardinality(p_block_kind), 3]), array(select generate_series(1, cardinality(p_block_kind))), p_block_kind, p_block_value)
$$;
