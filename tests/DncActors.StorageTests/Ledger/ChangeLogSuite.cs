using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;

namespace DncActors.StorageTests.Ledger;

public abstract class ChangeLogSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task An_empty_log_has_the_head_zero() => Assert.Equal(0, await Store.Log.ReadHeadAsync(Cancel));

    [Fact]
    public async Task It_is_read_in_order_from_any_place_in_parts_of_any_size()
    {
        for (var i = 0; i < 25; i++) await Store.Ledger.CommitAsync(Samples.Commit());

        foreach (var size in new[] { 1, 7, 25, 1_000 })
        {
            var read = new List<long>();
            for (var after = 3L; await Store.Log.ReadAsync(after, size, Cancel) is { IsEmpty: false } part; after = part[^1].Sequence)
                read.AddRange(part.Select(c => c.Sequence));
            Assert.Equal(Enumerable.Range(4, 22).Select(i => (long)i), read);
        }
    }

    [Fact]
    public async Task A_limit_out_of_range_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Log.ReadAsync(0, 0, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Log.ReadAsync(0, IChangeLog.MaxLimit + 1, Cancel));
    }

    [Fact]
    public async Task Everything_that_a_change_says_is_read_back()
    {
        var entry = Samples.Entry(Samples.Email("ada"), leadId: "L1", expiresAt: Samples.Now.AddDays(1)) with { ImportId = Samples.Id() };
        var manual = Samples.Entry(Samples.Phone(1));
        var organization = new Organization("settings", 1, false, "Ümlaut & <Söhne>", "DE");
        var draft = new ChangeDraft
        {
            Type = ChangeTypes.LeadDoNotContact,
            LeadId = "L1",
            Subject = "something",
            ExecutionId = Samples.Id(),
            ActionName = "Do Not \"Contact\"",
            From = Samples.New,
            To = Samples.Dead,
            Added = [entry, manual],
            Document = organization,
            Before = """{"a":1}""",
            After = "日本 \u0001",
            UserGroups = ["east", "west"],
        };
        var commit = Samples.Commit() with { Add = [entry, manual], Changes = [draft] };
        await Store.Ledger.CommitAsync(commit);

        var change = Assert.Single(await Store.Log.ReadAsync(0, 10, Cancel));

        Same.As(draft, change.What);
        Assert.Equal((1, commit.Id, "acme", Samples.Now, "ann"), (change.Sequence, change.CommitId, change.Organization, change.At, change.Actor));
        Assert.Equal([Samples.Email("ada"), Samples.Phone(1)], change.Blocks.Select(b => b.Point));
    }

    [Fact]
    public async Task An_organization_reads_its_own_changes_all_or_those_that_touch_entries()
    {
        var entry = Samples.Entry(Samples.Phone(1));
        await Store.Ledger.CommitAsync(Samples.Commit());
        await Store.Ledger.CommitAsync(Samples.Commit() with { Organization = "other" });
        await Store.Ledger.CommitAsync(Samples.Add(entry));
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(2))) with { Organization = "other" });
        await Store.Ledger.CommitAsync(Samples.RevokeAll(entry));

        Assert.Equal([1, 3, 5], await SequencesAsync(0, entriesOnly: false, 10));
        Assert.Equal([3, 5], await SequencesAsync(1, entriesOnly: false, 10));
        Assert.Equal([3, 5], await SequencesAsync(0, entriesOnly: true, 10));
        Assert.Equal([3], await SequencesAsync(0, entriesOnly: true, 1));
        Assert.Empty(await SequencesAsync(5, entriesOnly: true, 10));

        async Task<IEnumerable<long>> SequencesAsync(long after, bool entriesOnly, int limit) =>
            (await Store.Log.ReadOrganizationAsync("acme", after, entriesOnly, limit, Cancel)).Select(c => c.Sequence);
    }

    [Fact]
    public async Task A_user_group_reads_the_changes_that_name_it()
    {
        string[][] named = [["east"], [], ["east", "west", "east"], ["west"], ["east"]];
        foreach (var groups in named)
            await Store.Ledger.CommitAsync(Samples.Commit() with { Changes = [new ChangeDraft { Type = ChangeTypes.LeadMoved, UserGroups = [.. groups] }] });

        Assert.Equal([1, 3, 5], await SequencesAsync("acme", "east", 0, 10));
        Assert.Equal([3], await SequencesAsync("acme", "east", 1, 1));
        Assert.Equal([3, 4], await SequencesAsync("acme", "west", 0, 10));
        Assert.Empty(await SequencesAsync("other", "east", 0, 10));

        async Task<IEnumerable<long>> SequencesAsync(string organization, string group, long after, int limit) =>
            (await Store.Log.ReadGroupAsync(organization, group, after, limit, Cancel)).Select(c => c.Sequence);
    }
}
