using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.Leads;

namespace DncActors.StorageTests.Leads;

/// <summary>However many leads have the words of a text, and whichever of its words are looked up for that, it finds the same.</summary>
public abstract class NameSearchSuite : IAsyncLifetime
{
    const int Leads = 1_400;

    static readonly string[] _first = ["Ada", "Adam", "Grace"];

    Store _store = null!;

    /// <summary>How many leads make a word common: all words are looked up; those that few have here; none.</summary>
    internal static long[] Limits { get; } = [NameSearch.Common, 300, 0];

    public async ValueTask InitializeAsync()
    {
        _store = await StartAsync();
        var leads = Enumerable.Range(0, Leads).Select(i => Samples.Lead($"L{i}", Samples.Phone(i)) with
        {
            At = i % 2 == 0 ? Samples.New : Samples.Dead,
            Name = $"{_first[i % _first.Length]} Lead {(i % 100 == 0 ? "Rare" : $"n{i}")}",
            ImportId = i % 3 == 0 ? Samples.Id(1) : null,
        });
        foreach (var chunk in leads.Chunk(200)) await _store.Ledger.CommitAsync(Samples.Create([.. chunk]));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _store.DisposeAsync();
    }

    [Fact]
    public async Task A_text_finds_the_same_whichever_of_its_words_are_looked_up()
    {
        var questions =
            from text in new[] { "lead", "ada lead", "lead rare", "ada rare", "grace n5", "n7", "L20", "nobody", "lead nobody", "!" }
            from at in new StatusRef?[] { null, Samples.Dead }
            from import in new Guid?[] { null, Samples.Id(1) }
            from flagged in new bool?[] { null, false }
            select new LeadQuery(at?.WorkflowId, at?.StatusId, null, flagged, text, Samples.Phone(4), import, Samples.Now);

        foreach (var question in questions)
        {
            var found = await FindAsync(question, long.MaxValue, Leads, Limits[0]);
            Assert.True(found.Count > 0 || question.ImportId is not null || question.StatusId is not null, $"{question} finds nothing.");
            foreach (var common in Limits[1..]) Assert.Equal(found, await FindAsync(question, long.MaxValue, Leads, common));
        }
    }

    [Fact]
    public async Task Pages_go_on_where_the_one_before_ended()
    {
        var question = new LeadQuery(Text: "lead ada");
        var all = await FindAsync(question, long.MaxValue, Leads, Limits[0]);
        foreach (var common in Limits)
        {
            var (seen, before) = (new List<long>(), long.MaxValue);
            while (await FindAsync(question, before, 150, common) is { Count: > 0 } page)
            {
                seen.AddRange(page);
                before = page[^1];
            }
            Assert.Equal(all, seen);
        }
    }

    protected abstract Task<Store> StartAsync();

    /// <summary>The ordinals of a page, as the store reads it.</summary>
    private protected abstract Task<List<long>> FindAsync(LeadQuery query, long before, int limit, long common);
}
