using DncActors.Domain.ContactPoints;
using DncActors.Domain.Paging;
using DncActors.Domain.Registry;

namespace DncActors.StorageTests.Registry;

public abstract class EntryStoreSuite<TEngine> : StoreSuite<TEngine>
    where TEngine : IEngine, new()
{
    static readonly Guid Import = Samples.Id();

    [Fact]
    public async Task An_entry_is_read_back_as_it_was_written_and_with_its_revocation()
    {
        var entry = Samples.Entry(Samples.Email("ada"), leadId: "L1", expiresAt: Samples.Now.AddDays(2)) with { ImportId = Import };
        await Store.Ledger.CommitAsync(Samples.Add(entry));
        Same.As(entry, await Store.Entries.ReadAsync("acme", entry.Id, Cancel));

        var revocation = Samples.Revoke(entry);
        await Store.Ledger.CommitAsync(Samples.RevokeAll(entry));

        Same.As(entry with { Revoked = revocation.Revocation }, await Store.Entries.ReadAsync("acme", entry.Id, Cancel));
        Assert.Null(await Store.Entries.ReadAsync("other", entry.Id, Cancel));
    }

    [Fact]
    public async Task Entries_of_one_commit_are_read_back_each_as_it_was_whatever_they_have_in_common()
    {
        Func<DncEntry, DncEntry>[] differences =
        [
            e => e,
            e => e with { Point = Samples.Email($"{e.Id:N}") },
            e => e with { Channels = Channels.Sms },
            e => e with { Source = e.LeadId is null ? EntrySource.Import : EntrySource.LeadStatus },
            e => e with { Reason = "another" },
            e => e with { LeadId = "L1", ExecutionId = Samples.Id(), Source = EntrySource.Action },
            e => e with { AddedBy = "bob" },
            e => e with { AddedAt = Samples.Now.AddTicks(1) },
            e => e with { ExpiresAt = Samples.Now.AddDays(1) },
            e => e with { ImportId = Import },
        ];
        foreach (var common in differences)
        {
            foreach (var differs in differences)
            {
                // The first, one in the middle and none: what is taken for all of them would be one of these.
                foreach (var which in new[] { 0, 1, 3 })
                {
                    DncEntry[] entries = [.. Enumerable.Range(0, 3).Select(i => common(Samples.Entry(Samples.Phone(i))))];
                    if (which < entries.Length) entries[which] = differs(entries[which]);
                    await Store.Ledger.CommitAsync(Samples.Add([.. entries]));
                    foreach (var entry in entries) Same.As(entry, await Store.Entries.ReadAsync("acme", entry.Id, Cancel));
                }
            }
        }
    }

    [Fact]
    public async Task The_entries_of_points_are_those_not_revoked_expired_ones_included()
    {
        DncEntry[] entries =
        [
            Samples.Entry(Samples.Phone(1)),
            Samples.Entry(Samples.Phone(1), Channels.Sms, expiresAt: Samples.Now.AddDays(-1)),
            Samples.Entry(Samples.Phone(1)),
            Samples.Entry(Samples.Phone(2)),
            Samples.Entry(Samples.Email("ada")),
        ];
        await Store.Ledger.CommitAsync(Samples.Add([.. entries]));
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1))) with { Organization = "other" });
        await Store.Ledger.CommitAsync(Samples.RevokeAll(entries[2]));

        Same.As(
            new[] { entries[0], entries[1], entries[4] },
            (await Store.Entries.ReadByPointsAsync("acme", [Samples.Phone(1), Samples.Email("ada"), Samples.Phone(9), Samples.Phone(1)], Cancel)).ToArray());
        Assert.Empty(await Store.Entries.ReadByPointsAsync("acme", [], Cancel));
    }

    [Fact]
    public async Task Asks_for_points_at_the_same_time_each_get_their_own()
    {
        await Store.Ledger.CommitAsync(Samples.Add([.. Enumerable.Range(0, 200).Select(i => Samples.Entry(Samples.Phone(i)))]));

        var read = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Store.Entries.ReadByPointsAsync("acme", [Samples.Phone(i)], Cancel)));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => Samples.Phone(i)), read.Select(r => r.Single().Point));
    }

    [Fact]
    public async Task Every_question_finds_exactly_the_entries_that_it_describes()
    {
        var entries = await FillAsync(150);
        var questions =
            from point in new ContactPoint?[] { null, Samples.Phone(3), Samples.Email("a4") }
            from source in new EntrySource?[] { null, EntrySource.Manual, EntrySource.LeadStatus }
            from channels in new Channels?[] { null, Channels.Sms, Channels.Email | Channels.Call }
            from activeOn in new DateTimeOffset?[] { null, Samples.Now, Samples.Now.AddDays(2) }
            from lead in new[] { null, "L3" }
            from import in new Guid?[] { null, Import }
            select new EntryQuery(point, source, channels, activeOn, lead, import);

        foreach (var question in questions)
        {
            var expected = entries.Where(e => Matches(question, e)).Select(e => e.Id).ToArray();
            var found = await Paged.AllAsync(page => Store.Entries.SearchAsync("acme", question, page, Cancel), 40);
            Assert.Equal(expected.Reverse(), found.Select(e => e.Id));
            Assert.Equal(expected, (await ExportAsync(question)).Select(e => e.Id));
        }
    }

    [Fact]
    public async Task Imports_are_counted_as_their_entries_come_and_are_revoked()
    {
        var (first, second) = (Samples.Id(), Samples.Id());
        DncEntry[] entries = [.. Enumerable.Range(0, 6).Select(i => Samples.Entry(Samples.Phone(i)) with { ImportId = first, Source = EntrySource.Import })];
        var wish = Samples.Entry(Samples.Phone(8)) with { ImportId = first, Source = EntrySource.OptOut };
        var ofALead = Samples.Entry(Samples.Phone(9), leadId: "L1") with { ImportId = first, Source = EntrySource.LeadStatus };
        await Store.Ledger.CommitAsync(Samples.Create(Samples.Lead("L1", Samples.Phone(9))));
        await Store.Ledger.CommitAsync(Samples.Add([.. entries[..3]]));
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1)) with { ImportId = second, AddedBy = "bob" }));
        await Store.Ledger.CommitAsync(Samples.Add([.. entries[3..], wish, ofALead]));
        await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1)) with { ImportId = second }) with { Organization = "other" });

        await Store.Ledger.CommitAsync(Samples.RevokeAll(entries[0], entries[4]));
        await Store.Ledger.CommitAsync(Samples.RevokeAll(ofALead));
        // Refused as a whole: it is revoked already.
        await Store.Ledger.CommitAsync(Samples.RevokeAll(entries[1], entries[4]));

        var expected = new[]
        {
            new EntryImport(second, "bob", Samples.Now, 1, 0, 0), new EntryImport(first, entries[0].AddedBy, Samples.Now, 7, 1, 2),
        };
        Assert.Equal(expected, await Paged.AllAsync(page => Store.Entries.SearchImportsAsync("acme", page, Cancel), 1));
        Assert.Equal(expected[1], await Store.Entries.ReadImportAsync("acme", first, Cancel));
        Assert.Null(await Store.Entries.ReadImportAsync("other", first, Cancel));
        Assert.Equal(1, (await Store.Entries.ReadImportAsync("other", second, Cancel))!.Entries);
    }

    [Fact]
    public async Task An_export_of_several_chunks_holds_every_entry_once_while_others_are_added()
    {
        for (var i = 0; i < 5; i++) await Store.Ledger.CommitAsync(Samples.Add([.. Enumerable.Range(0, 500).Select(n => Samples.Entry(Samples.Phone(n)))]));
        var ids = new List<Guid>();
        await foreach (var chunk in Store.Entries.ExportAsync("acme", new EntryQuery(), Cancel))
        {
            ids.AddRange(chunk.Select(e => e.Id));
            if (ids.Count < 3_000) await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1))));
        }

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.InRange(ids.Count, 2_500, 2_503);
    }

    [Fact]
    public async Task Paging_is_complete_and_without_doubles_while_entries_are_added()
    {
        var entries = await FillAsync(60);
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await Store.Entries.SearchAsync("acme", new EntryQuery(), new PageRequest(7, cursor), Cancel);
            seen.AddRange(page.Items.Select(e => e.Id));
            cursor = page.Next;
            await Store.Ledger.CommitAsync(Samples.Add(Samples.Entry(Samples.Phone(1))));
        }
        while (cursor is not null);

        Assert.Equal(entries.Select(e => e.Id).Reverse(), seen);
    }

    async Task<List<DncEntry>> ExportAsync(EntryQuery question)
    {
        var all = new List<DncEntry>();
        await foreach (var chunk in Store.Entries.ExportAsync("acme", question, Cancel)) all.AddRange(chunk);
        return all;
    }

    async Task<List<DncEntry>> FillAsync(int count)
    {
        var entries = Enumerable.Range(0, count).Select(i => Samples.Entry(i % 3 == 0 ? Samples.Phone(i % 7) : Samples.Email($"a{i % 5}")) with
        {
            Channels = i % 3 != 0 ? Channels.Email : (i % 2 == 0 ? Channels.Sms : Channels.Phone),
            Source = (EntrySource)(i % 5),
            LeadId = i % 5 is 0 or 4 ? $"L{i % 4}" : null,
            ImportId = i % 5 == 2 ? Import : null,
            AddedAt = Samples.Now.AddDays(i % 4 == 0 ? 1 : 0),
            ExpiresAt = i % 3 == 1 ? Samples.Now.AddDays(i % 4) : null,
        }).ToList();
        foreach (var chunk in entries.Chunk(20)) await Store.Ledger.CommitAsync(Samples.Add([.. chunk]));
        for (var i = 0; i < count; i += 9)
        {
            await Store.Ledger.CommitAsync(Samples.RevokeAll(entries[i]));
            entries[i] = entries[i] with { Revoked = Samples.Revoke(entries[i]).Revocation };
        }
        return entries;
    }

    static bool Matches(EntryQuery query, DncEntry entry) =>
        (query.Point ?? entry.Point) == entry.Point
        && (query.Source ?? entry.Source) == entry.Source
        && (query.Channels is not { } channels || (entry.Channels & channels) != 0)
        && (query.LeadId ?? entry.LeadId) == entry.LeadId
        && (query.ImportId ?? entry.ImportId) == entry.ImportId
        && (query.ActiveOn is not { } at
            || (entry.AddedAt <= at && !(entry.ExpiresAt <= at) && !(entry.Revoked?.At <= at)));
}
