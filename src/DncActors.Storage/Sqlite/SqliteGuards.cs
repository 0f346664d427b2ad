using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;

namespace DncActors.Storage.Sqlite;

/// <summary>What must hold for a commit to be written, tested before anything of it is: a commit that fails here leaves nothing.</summary>
internal sealed class SqliteGuards(SqliteLeadRows leads, SqliteEntryRows entries, SqliteDocumentRows documents)
{
    /// <summary>What failed, or null. Fills <paramref name="found"/> with what the guards looked up and the writing needs again.</summary>
    public string? Test(Commit commit, FoundRows found)
    {
        found.Clear();
        foreach (var guard in commit.Guards.OrEmpty())
        {
            if (documents.VersionOf(commit.Organization, guard.Kind, guard.Id) != guard.Version) return "document";
        }
        foreach (var guard in commit.KindGuards.OrEmpty())
        {
            if (documents.AnyChangedAfter(commit.Organization, guard)) return "kind";
        }
        foreach (var write in commit.Documents.OrEmpty())
        {
            if (documents.VersionOf(commit.Organization, write.Document.Kind, write.Document.Id) != write.ExpectedVersion) return "document";
        }
        foreach (var guard in commit.EmptyGuards.OrEmpty())
        {
            if (leads.AnyStanding(commit.Organization, guard)) return "empty";
        }
        foreach (var write in commit.Leads.OrEmpty())
        {
            var (ordinal, version) = leads.Find(commit.Organization, write.Lead.Id);
            if (version != write.ExpectedVersion) return "lead";
            found.Leads.Add(ordinal);
        }
        foreach (var revocation in commit.Revoke.OrEmpty())
        {
            var entry = entries.FindUnrevoked(commit.Organization, revocation.EntryId);
            if (entry.Ordinal == 0) return "entry";
            found.Entries.Add(entry);
        }
        return null;
    }

    /// <summary>Where the leads and the entries of a commit stand, in its own order.</summary>
    internal sealed class FoundRows
    {
        public List<long> Leads { get; } = [];

        public List<(long Ordinal, string? LeadId, Guid? ImportId)> Entries { get; } = [];

        public void Clear()
        {
            Leads.Clear();
            Entries.Clear();
        }
    }
}
