using System.Collections.Immutable;
using System.Globalization;
using DncActors.Domain.Jobs;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Domain.Workflows;

namespace DncActors.Grains.Deciding;

/// <summary>Commits that publish documents.</summary>
static class DocumentCommits
{
    /// <summary>One commit for all of them, each fenced by its own version; null where none of them changes.</summary>
    public static Commit? Of(
        Request request,
        OrganizationDocuments published,
        ImmutableArray<Document> changed,
        EditGuards guards,
        DateTimeOffset now,
        string reply,
        Job? job = null) =>
        changed.IsEmpty ? null : new Commit
        {
            Id = request.CommitId,
            Fingerprint = request.Fingerprint,
            Organization = published.Organization.Id,
            Actor = request.Actor,
            At = now,
            Guards = guards.Documents,
            KindGuards = guards.Kinds,
            EmptyGuards = guards.Empty,
            Documents = [.. changed.Select(d => new DocumentWrite(d, d.Version - 1))],
            Job = job,
            Changes = [.. changed.Select(d => ChangeOf(d, published))],
            Reply = reply,
        };

    /// <summary>What a repeat of an edit of one document is answered from.</summary>
    public static string Reply(Document document) => document.Version.ToString(CultureInfo.InvariantCulture);

    public static long VersionIn(string? reply) => long.Parse(reply ?? "", CultureInfo.InvariantCulture);

    /// <summary>Refuses where the caller has seen another version; null where it may go on.</summary>
    public static Refusal? RefuseStale(Document? document, long? ifVersion) => document is not null && ifVersion is { } seen && seen != document.Version
        ? Refusal.Conflict("document.version", $"It is at version {document.Version}, not {seen}: read it again, and make the change to that.")
        : null;

    static ChangeDraft ChangeOf(Document document, OrganizationDocuments published) => new()
    {
        Type = ChangeTypes.Of(document.Kind),
        Subject = document.Id,
        Document = document,
        UserGroups = Concerned(document, published),
    };

    /// <summary>Whose feeds it belongs to: a workflow those of its record type, a user group its own, from which it takes what it begins with.</summary>
    static ImmutableArray<string> Concerned(Document document, OrganizationDocuments published) => document switch
    {
        Workflow workflow =>
        [
            .. published.UserGroups.Values.Where(g => !g.Archived && g.Concerns(workflow.RecordType)).Select(g => g.Id).Order(StringComparer.Ordinal),
        ],
        UserGroup group => [group.Id],
        _ => [],
    };
}
