using DncActors.Domain.Ledger;
using DncActors.Domain.Reports;

namespace DncActors.Storage.Ledger;

/// <summary>
/// An import's change names no lead, but the audit of a lead begins with the import that brought it. All leads of one commit were created at its time.
/// </summary>
internal static class ImportOfLead
{
    /// <summary>The lead of which the import must be looked for, or null.</summary>
    public static string? Asked(AuditQuery query) => (query.Type ?? ChangeTypes.LeadsImported) == ChangeTypes.LeadsImported ? query.LeadId : null;

    /// <summary>Puts the import in its place, where it is among what is asked for and belongs to this page or a later one.</summary>
    /// <param name="changes">The lead's own changes, newest first.</param>
    /// <param name="imports">The imports that were committed when the lead was created.</param>
    public static List<Change> Insert(List<Change> changes, IEnumerable<Change> imports, Guid importId, AuditQuery query, long[]? before, int limit)
    {
        var subject = importId.ToString();
        var import = imports.FirstOrDefault(c => c.What.Subject == subject);
        if (import is null || !Admits(query, import) || !IsBefore(import, before)) return changes;
        return [.. changes.Append(import).OrderByDescending(c => c.At).ThenByDescending(c => c.Sequence).Take(limit)];
    }

    static bool Admits(AuditQuery query, Change import) =>
        (query.Actor ?? import.Actor) == import.Actor && !(import.At < query.From) && !(import.At >= query.To);

    static bool IsBefore(Change import, long[]? before) =>
        before is not [var at, var sequence] || (import.At.UtcTicks, import.Sequence).CompareTo((at, sequence)) < 0;
}
