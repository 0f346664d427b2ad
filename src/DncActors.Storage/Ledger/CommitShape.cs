using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;

namespace DncActors.Storage.Ledger;

/// <summary>What every commit must be like, whatever the database holds. A commit that is not was made wrongly: a fault, not a conflict.</summary>
internal static class CommitShape
{
    public const int MaxReply = 4_000;

    public static void Check(Commit commit)
    {
        if (commit.Changes.IsDefaultOrEmpty) throw Wrong(commit, "says nothing to the log; give it at least one change");
        if (commit.Reply is { Length: > MaxReply }) throw Wrong(commit, $"has a reply of {commit.Reply.Length} characters; at most {MaxReply} are kept");
        if (commit.Execution is { } execution && execution.Id != commit.Id) throw Wrong(commit, "has an execution of another id; they must be the same");
        foreach (var write in commit.Leads.OrEmpty())
        {
            if (write.Lead.Version != write.ExpectedVersion + 1)
                throw Wrong(commit, $"writes version {write.Lead.Version} of a lead behind version {write.ExpectedVersion}; versions go up by one");
        }
        foreach (var entry in commit.Add.OrEmpty())
        {
            // Loads of a lead go by what it has of these two: entries of another kind would be there and never be seen.
            if (entry.LeadId is not null && entry.Source is not (EntrySource.Action or EntrySource.LeadStatus))
                throw Wrong(commit, $"adds an entry of a lead with the source {entry.Source}; a lead's entries are of an action or of its status");
        }
        foreach (var write in commit.Documents.OrEmpty())
        {
            if (write.Document.Version != write.ExpectedVersion + 1)
                throw Wrong(commit, $"writes version {write.Document.Version} of a document behind version {write.ExpectedVersion}; versions go up by one");
        }
    }

    /// <summary>The array, or an empty one where it was never set.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> items) => items.IsDefault ? [] : items;

    static ArgumentException Wrong(Commit commit, string what) => new($"The commit {commit.Id} {what}.", nameof(commit));
}
