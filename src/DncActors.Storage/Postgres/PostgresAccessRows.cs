using System.Collections.Immutable;
using DncActors.Domain.Audit;

namespace DncActors.Storage.Postgres;

/// <summary>Records of access on their way to the database, and how any row of them is read.</summary>
internal static class PostgresAccessRows
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "id, organization, kind, actor, key_id, reason, filters, at, last, requests, items, ordinal";

    // In the order of the arrays: later ones have the higher ordinal.
    const string InsertSql =
        """
        insert into access_record (id, organization, kind, actor, key_id, reason, filters, at, last, requests, items)
        select id, organization, kind, actor, nullif(key_id, ''), reason, filters, at, last, requests, items
        from unnest($1::uuid[], $2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[],
            $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[]) with ordinality
            r(id, organization, kind, actor, key_id, reason, filters, at, last, requests, items, n)
        order by n
        on conflict (id, organization) do nothing
        """;

    internal const string DeleteSql =
        """
        delete from access_record where ordinal = any(array(
            select ordinal from access_record where at < $1 order by at limit $2 for update skip locked))
        """;

    public static PostgresQuery Insert(ImmutableArray<AccessRecord> records) => new PostgresQuery(InsertSql)
        .With([.. records.Select(r => r.Id)])
        .With([.. records.Select(r => r.Organization)])
        .With([.. records.Select(r => (short)r.Kind)])
        .With([.. records.Select(r => r.Actor)])
        .With([.. records.Select(r => r.KeyId ?? "")])
        .With([.. records.Select(r => r.Reason)])
        .With([.. records.Select(r => r.Filters)])
        .With([.. records.Select(r => r.At.UtcTicks)])
        .With([.. records.Select(r => r.Last.UtcTicks)])
        .With([.. records.Select(r => r.Requests)])
        .With([.. records.Select(r => r.Items)]);

    public static AccessRecord Read(PostgresRow row) => new(
        row.Id(0),
        row.Text(1),
        (AccessKind)row.Short(2),
        row.Text(3),
        row.TextOrNull(4),
        row.Text(5),
        row.Text(6),
        row.Time(7),
        row.Time(8),
        row.Long(9),
        row.Long(10));
}
