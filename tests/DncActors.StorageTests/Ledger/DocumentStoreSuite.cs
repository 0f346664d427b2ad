using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.People;

namespace DncActors.StorageTests.Ledger;

public abstract class DocumentStoreSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task Documents_of_every_kind_are_read_back_whole()
    {
        ImmutableArray<Document> documents = [.. Documents.OfEveryKind()];
        await Store.Ledger.CommitAsync(Samples.Commit() with { Documents = [.. documents.Select(d => new DocumentWrite(d, 0))] });

        var read = await ReadAllAsync();

        Same.As(documents.OrderBy(d => d.Kind).ToArray(), read.Select(r => r.Document).ToArray());
        foreach (var document in documents) Same.As(document, await Store.Documents.ReadVersionAsync("acme", document.Kind, document.Id, 1, Cancel));
    }

    [Fact]
    public async Task The_current_version_of_each_is_read_with_the_sequence_that_published_it()
    {
        await PublishAsync("acme", "r1", 1, archived: false);
        await PublishAsync("acme", "r2", 1, archived: false);
        await PublishAsync("other", "r1", 1, archived: false);
        await PublishAsync("acme", "r1", 2, archived: true);

        Assert.Equal(
            [("acme", "r1", 2L, true, 4L), ("acme", "r2", 1L, false, 2L), ("other", "r1", 1L, false, 3L)],
            (await ReadAllAsync()).Select(r => (r.Organization, r.Document.Id, r.Document.Version, r.Document.Archived, r.Sequence)));
    }

    [Fact]
    public async Task More_documents_than_one_chunk_are_all_read()
    {
        await Store.Ledger.CommitAsync(Samples.Commit() with
        {
            Documents = [.. Enumerable.Range(0, 1_001).Select(i => new DocumentWrite(Role($"r{i}", 1, false), 0))],
        });

        Assert.Equal(1_001, (await ReadAllAsync()).Select(r => r.Document.Id).Distinct().Count());
    }

    [Fact]
    public async Task Every_published_version_is_kept_and_listed_newest_first()
    {
        for (var version = 1; version <= 5; version++) await PublishAsync("acme", "r1", version, archived: false);

        var newest = await Store.Documents.ReadVersionsAsync("acme", DocumentKind.Role, "r1", null, 3, Cancel);
        var older = await Store.Documents.ReadVersionsAsync("acme", DocumentKind.Role, "r1", newest[^1].Document.Version, 3, Cancel);

        Assert.Equal([5, 4, 3], newest.Select(v => v.Document.Version));
        Assert.Equal([2, 1], older.Select(v => v.Document.Version));
        Assert.Equal((5, "ann", Samples.Now), (newest[0].Sequence, newest[0].By, newest[0].At));
        Assert.Null(await Store.Documents.ReadVersionAsync("acme", DocumentKind.Role, "r1", 6, Cancel));
        Assert.Null(await Store.Documents.ReadVersionAsync("acme", DocumentKind.User, "r1", 1, Cancel));
        Assert.Null(await Store.Documents.ReadVersionAsync("other", DocumentKind.Role, "r1", 1, Cancel));
    }

    Task<CommitResult> PublishAsync(string organization, string id, long version, bool archived)
    {
        var role = Role(id, version, archived);
        return Store.Ledger.CommitAsync(Samples.Commit() with
        {
            Organization = organization,
            Documents = [new DocumentWrite(role, version - 1)],
            Changes = [new ChangeDraft { Type = ChangeTypes.RoleChanged, Subject = id, Document = role }],
        });
    }

    async Task<List<(string Organization, Document Document, long Sequence)>> ReadAllAsync()
    {
        var all = new List<(string, Document, long)>();
        await foreach (var one in Store.Documents.ReadAllAsync(Cancel)) all.Add(one);
        return all;
    }

    static Role Role(string id, long version, bool archived) => new(id, version, archived, "Closer", Permissions.LeadRead, false);
}
