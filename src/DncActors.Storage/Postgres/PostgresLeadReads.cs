using DncActors.Domain.Leads;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.Storage.Postgres;

/// <summary>Many leads or executions at once, each in the place of who asks.</summary>
internal static class PostgresLeadReads
{
    /// <summary>The most frequent of all reads as one statement, which sees one state of the database by itself.</summary>
    internal const string LoadSql =
        $"""
        select a.n, a.commit_id, r.fingerprint, r.sequence, r.reply, execution.id, {PostgresExecutionRows.Columns},
            lead.flagged_until, lead.sequence, {PostgresLeadRows.Columns}
        from (select
            unnest($1::text[]) as organization, unnest($2::text[]) as id, unnest($3::uuid[]) as commit_id,
            generate_series(0, cardinality($1::text[]) - 1)::bigint as n) a
        left join lead on lead.organization = a.organization and lead.id = a.id
        left join commit_record r on r.organization = a.organization and r.id = a.commit_id
        left join execution on execution.sequence = r.sequence and execution.id = r.id
        """;

    internal const string OwnEntriesSql =
        $"""
        select {PostgresEntryRows.Columns}, a.n
        from unnest($1::text[], $2::text[]) with ordinality a(organization, id, n)
        join entry on entry.organization = a.organization and entry.lead_id = a.id
        where entry.revoked_at is null order by a.n, entry.ordinal
        """;

    internal const string CommitsSql =
        $"""
        select a.n, r.id, r.fingerprint, r.sequence, r.reply, execution.id, {PostgresExecutionRows.Columns}
        from unnest($1::text[], $2::uuid[], $3::bigint[]) a(organization, id, n)
        join commit_record r on r.organization = a.organization and r.id = a.id
        left join execution on execution.sequence = r.sequence and execution.id = r.id
        """;

    const int ExecutionColumn = 5;

    const int FlaggedUntilColumn = ExecutionColumn + 1 + PostgresExecutionRows.ColumnCount;

    /// <summary>
    /// The leads, with the commits and executions that are asked for, each ask from one snapshot. Where "flagged_until" is 0, no entry of the lead is left that
    /// was not revoked; one that has expired still counts. Entries would come with a copy of the lead for each: leads that may have any are asked for once
    /// more, with all that belongs to them.
    /// </summary>
    public static async Task<IReadOnlyList<LoadedLead>> LoadAsync(
        PostgresSession session, IReadOnlyList<(string Organization, string LeadId, Guid? CommitId)> asks)
    {
        var loaded = new LoadedLead[asks.Count];
        var withEntries = new List<int>();
        foreach (var (place, lead, mayHaveEntries) in await session.AllAsync(Loads(asks), ReadLoaded).ConfigureAwait(false))
        {
            loaded[place] = lead;
            if (mayHaveEntries) withEntries.Add(place);
        }
        if (withEntries.Count == 0) return loaded;
        var again = await LoadWithEntriesAsync(session, [.. withEntries.Select(place => asks[place])]).ConfigureAwait(false);
        for (var i = 0; i < withEntries.Count; i++) loaded[withEntries[i]] = again[i];
        return loaded;
    }

    static async Task<LoadedLead[]> LoadWithEntriesAsync(
        PostgresSession session, IReadOnlyList<(string Organization, string LeadId, Guid? CommitId)> asks)
    {
        var entriesOf = new PostgresQuery(OwnEntriesSql).With([.. asks.Select(a => a.Organization)]).With([.. asks.Select(a => a.LeadId)]);
        var (leads, entries) = await session.TogetherAsync((Loads(asks), ReadLoaded), (entriesOf, ReadEntry)).ConfigureAwait(false);

        var loaded = new LoadedLead[asks.Count];
        foreach (var (place, lead, _) in leads) loaded[place] = lead;
        foreach (var own in entries.GroupBy(e => e.Place, e => e.Entry))
        {
            if (loaded[own.Key].State is { } state) loaded[own.Key] = loaded[own.Key] with { State = state with { Entries = [.. own] } };
        }
        return loaded;
    }

    /// <summary>The unrevoked entries of leads of one organization, by the lead's id.</summary>
    public static async Task<ILookup<string, DncEntry>> OwnEntriesAsync(PostgresSession session, string organization, string[] leadIds)
    {
        string[] organizations = [.. leadIds.Select(_ => organization)];
        var entries = await session.AllAsync(new PostgresQuery(OwnEntriesSql).With(organizations).With(leadIds), ReadEntry).ConfigureAwait(false);
        return entries.ToLookup(e => leadIds[e.Place], e => e.Entry);
    }

    /// <summary>Those of the ids that are executions.</summary>
    public static async Task<Dictionary<Guid, Execution>> ExecutionsAsync(PostgresSession session, string organization, IEnumerable<Guid> ids)
    {
        var found = await session.AllAsync(Commits([.. ids.Distinct().Select((id, i) => (organization, id, i))]), ReadCommit).ConfigureAwait(false);
        return found.Where(f => f.Execution is not null).ToDictionary(f => f.Commit.Id, f => f.Execution!);
    }

    static PostgresQuery Loads(IReadOnlyList<(string Organization, string LeadId, Guid? CommitId)> asks) => new PostgresQuery(LoadSql)
        .With([.. asks.Select(a => a.Organization)]).With([.. asks.Select(a => a.LeadId)]).With([.. asks.Select(a => a.CommitId)]);

    static PostgresQuery Commits((string Organization, Guid Id, int Place)[] asks) => new PostgresQuery(CommitsSql)
        .With([.. asks.Select(a => a.Organization)]).With([.. asks.Select(a => a.Id)]).With([.. asks.Select(a => (long)a.Place)]);

    static (int Place, LoadedLead Loaded, bool MayHaveEntries) ReadLoaded(PostgresRow row)
    {
        FoundCommit? found = null;
        Execution? execution = null;
        if (!row.IsNull(3))
        {
            var id = row.Id(1);
            found = new FoundCommit(id, row.Id(2), row.Long(3), row.TextOrNull(4));
            if (!row.IsNull(ExecutionColumn)) execution = PostgresExecutionRows.Read(row, id, ExecutionColumn + 1);
        }
        if (row.IsNull(FlaggedUntilColumn)) return ((int)row.Long(0), new LoadedLead(null, found, execution), false);
        var state = new LeadState(PostgresLeadRows.Read(row, FlaggedUntilColumn + 2), [], row.Long(FlaggedUntilColumn + 1));
        return ((int)row.Long(0), new LoadedLead(state, found, execution), row.Long(FlaggedUntilColumn) > 0);
    }

    static (int Place, DncEntry Entry) ReadEntry(PostgresRow row) => ((int)row.Long(PostgresEntryRows.ColumnCount) - 1, PostgresEntryRows.Read(row));

    static (int Place, FoundCommit Commit, Execution? Execution) ReadCommit(PostgresRow row)
    {
        var id = row.Id(1);
        return (
            (int)row.Long(0),
            new FoundCommit(id, row.Id(2), row.Long(3), row.TextOrNull(4)),
            row.IsNull(5) ? null : PostgresExecutionRows.Read(row, id, 6));
    }
}
