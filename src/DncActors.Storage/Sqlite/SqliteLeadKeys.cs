using System.Collections.Immutable;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Storage.Leads;

namespace DncActors.Storage.Sqlite;

/// <summary>The rows that leads are found by beside their own: contact points and the words of names.</summary>
internal sealed class SqliteLeadKeys(SqliteSession session)
{
    readonly SqliteStatement _addPoint = session.Prepare(
        "insert or ignore into lead_point (organization, kind, value, lead_ordinal) values (?1, ?2, ?3, ?4)");
    readonly SqliteStatement _dropPoint = session.Prepare(
        "delete from lead_point where organization = ?1 and kind = ?2 and value = ?3 and lead_ordinal = ?4");
    readonly SqliteStatement _addWord = session.Prepare("insert into lead_word (organization, word, lead_ordinal) values (?1, ?2, ?3)");
    readonly SqliteStatement _dropWord = session.Prepare("delete from lead_word where organization = ?1 and word = ?2 and lead_ordinal = ?3");

    public void AddPoints(string organization, long ordinal, ImmutableArray<LeadContactPoint> points)
    {
        if (points.IsDefault) return;
        foreach (var point in points) Point(_addPoint, organization, ordinal, point.Point);
    }

    public void ReplacePoints(string organization, long ordinal, StoredLeadPoint[]? old, ImmutableArray<LeadContactPoint> points)
    {
        foreach (var point in old ?? []) Point(_dropPoint, organization, ordinal, point.ToPoint().Point);
        AddPoints(organization, ordinal, points);
    }

    public void AddWords(string organization, long ordinal, string? name)
    {
        foreach (var word in NameWords.Of(name)) _addWord.Bind(organization).Bind(word).Bind(ordinal).Run();
    }

    public void ReplaceWords(string organization, long ordinal, string? oldName, string? name)
    {
        foreach (var word in NameWords.Of(oldName)) _dropWord.Bind(organization).Bind(word).Bind(ordinal).Run();
        AddWords(organization, ordinal, name);
    }

    static void Point(SqliteStatement statement, string organization, long ordinal, ContactPoint point) =>
        statement.Bind(organization).Bind((long)point.Kind).Bind(point.Value).Bind(ordinal).Run();
}
