-- One execution, whole, in one statement and so in one transaction and one round trip: the lead's row is locked and read, and what follows is written only where it
-- stands in the action's status and the request was not recorded before. The rows are those of the ledger, column by column.
-- $1 organization, $2 lead, $3 id, $4 fingerprint, $5 actor, $6 at, $7 action, $8 and $9 from, $10 and $11 to, $12 all but the last two digits of the entries' ids,
-- $13 reason, $14 flag, $15 and $16 the beginnings of the execution's and the changes' bodies, $17 what the changes' entries have in common.
with lead_now as materialized (
    select l.ordinal, l.workflow_id, l.status_id, l.body from dnc.lead l where l.id = $2 and l.organization = $1 for update
), allowed as materialized (
    select l.ordinal, l.body::jsonb as body from lead_now l where l.workflow_id = $8 and l.status_id = $9
), recorded as (
    insert into dnc.commit_record (organization, id, fingerprint, sequence)
    select $1, $3, $4, nextval('dnc.peer_sequence') from allowed
    on conflict do nothing
    returning sequence
), point as materialized (
    select p.n, p.body ->> 'value' as value, coalesce((p.body ->> 'kind')::smallint, 0::smallint) as kind
    from recorded cross join allowed a cross join lateral jsonb_array_elements(a.body -> 'contactPoints') with ordinality p(body, n)
), addition as materialized (
    select s.source, p.n, ($12 || lpad(to_hex((p.n - 1) * 2 + s.place), 2, '0'))::uuid as id, p.kind, p.value,
        case p.kind when 0 then 3::smallint else 4::smallint end as channels
    from point p cross join (values (0::smallint, 0), (4::smallint, 1)) s(source, place)
), added as (
    insert into dnc.entry (
        ordinal, organization, id, kind, value, channels, source, reason, lead_id, execution_id, added_by, added_at)
    select nextval('dnc.peer_ordinal'), $1, a.id, a.kind, a.value, a.channels, a.source, $13, $2, $3, $5, $6 from addition a
), told as materialized (
    select
        string_agg('{"id":"' || a.id || '","kind":' || a.kind || ',"value":' || to_json(a.value) || ',"channels":' || a.channels || '}', ',')
            filter (where a.source = 0) as of_action,
        string_agg('{"id":"' || a.id || '","kind":' || a.kind || ',"value":' || to_json(a.value) || ',"channels":' || a.channels || '}', ',')
            filter (where a.source = 4) as of_status,
        '"' || string_agg(a.id::text, '","') || '"' as ids,
        array_agg(array[
            case when a.kind = 0 then 9223372036854775807 else 0 end, case when a.kind = 0 then 9223372036854775807 else 0 end,
            case when a.kind = 0 then 0 else 9223372036854775807 end]) filter (where a.source = 0) as blocks
    from addition a
), moved as (
    update dnc.lead l
    set version = l.version + 1, sequence = r.sequence, workflow_id = $10, status_id = $11, flags_until = 9223372036854775807,
        flagged_until = 9223372036854775807,
        body = (a.body || jsonb_build_object(
            'flags', coalesce(a.body -> 'flags', '[]') || $14::jsonb, 'statusSince', $6::bigint, 'statusBy', $5::text))::text
    from allowed a, recorded r
    where l.ordinal = a.ordinal
), executed as (
    insert into dnc.execution (sequence, organization, lead_id, action_id, workflow_id, status_id, actor, at, adds_to_dnc, id, body)
    select r.sequence, $1, $2, $7, $8, $9, $5, $6, true, $3,
        $15 || ',"dncEntries":[' || t.ids || '],"userGroups":' || coalesce(a.body -> 'userGroups', '[]') || '}'
    from recorded r, allowed a, told t
), changed as (
    insert into dnc.change (sequence, organization, commit_id, at, actor, type, lead_id, touches_entries, body, blocks)
    select r.sequence - 1 + c.place, $1, $3, $6, $5, c.type, $2, true,
        $16 || ',"added":[{"source":' || c.source || $17 || ',"entries":[' || c.entries || ']}],"userGroups":' || coalesce(a.body -> 'userGroups', '[]') || '}',
        t.blocks
    from recorded r, allowed a, told t
    cross join lateral (values (0, 'lead.doNotContact', 0, t.of_action), (1, 'lead.moved', 4, t.of_status)) c(place, type, source, entries)
), outbox as (
    insert into dnc.change_group (organization, user_group_id, sequence)
    select $1, g.id, r.sequence - 1 + c.place
    from recorded r, allowed a cross join lateral jsonb_array_elements_text(a.body -> 'userGroups') g(id) cross join (values (0), (1)) c(place)
)
select l.workflow_id, l.status_id, r.sequence, (select count(*) from addition), (select a.body ->> 'userGroups' from allowed a)
from lead_now l left join recorded r on true
