using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Domain.Outcomes;
using Request = DncActors.Domain.Ledger.Request;

namespace DncActors.UnitTests.Imports;

/// <summary>In which order the chunks of an import go into the record, and what is told where one of them does not.</summary>
public sealed class ChunkedImportTests
{
    const int LinesOfAChunk = 500;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    static readonly Refusal Reused = Refusal.Conflict("idempotency.reused", "Another import has this key.");
    static readonly Refusal Unknown = Refusal.Unavailable("ledger.unknown", "Nobody knows.");

    readonly Chunk[] chunks = [new(), new(), new()];

    [Fact]
    public async Task A_chunk_is_begun_behind_the_one_that_is_in_the_record_while_that_is_acknowledged()
    {
        var report = RunAsync(lines: 2 * LinesOfAChunk);
        var (first, second) = (chunks[0], chunks[1]);
        await first.Begun;
        Assert.False(second.IsBegun);

        first.Durable();
        await second.Begun;
        second.Durable();
        second.Answer(null);
        Assert.False(report.IsCompleted);
        first.Answer(null);

        Assert.Equal((1_000, 1_000, null), Told(await report));
    }

    [Fact]
    public async Task Nothing_behind_a_chunk_that_is_refused_is_begun()
    {
        var report = RunAsync(lines: 2 * LinesOfAChunk);
        await chunks[0].Begun;
        chunks[0].Answer(Reused);

        Assert.Equal((0, 0, Reused), Told(await report));
        Assert.False(chunks[1].IsBegun);
    }

    [Fact]
    public async Task What_is_in_behind_a_chunk_that_not_every_node_is_known_to_have_is_not_told_of()
    {
        var report = RunAsync(lines: 3 * LinesOfAChunk);
        await chunks[0].Begun;
        chunks[0].Answer(null);
        await chunks[1].Begun;
        chunks[1].Durable();
        await chunks[2].Begun;
        chunks[2].Answer(null);
        chunks[1].Answer(Unknown);

        Assert.Equal((500, 500, Unknown), Told(await report));
    }

    [Fact]
    public async Task An_import_that_fails_in_one_chunk_ends_when_the_one_before_has()
    {
        var report = RunAsync(lines: 2 * LinesOfAChunk);
        await chunks[0].Begun;
        chunks[0].Durable();
        await chunks[1].Begun;
        chunks[1].Fail(new InvalidOperationException("The database refuses it."));
        Assert.False(report.IsCompleted);
        chunks[0].Answer(null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => report);
    }

    [Fact]
    public async Task Nothing_behind_a_chunk_that_fails_is_begun()
    {
        var report = RunAsync(lines: 2 * LinesOfAChunk);
        await chunks[0].Begun;
        chunks[0].Fail(new InvalidOperationException("The database refuses it."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => report);
        Assert.False(chunks[1].IsBegun);
    }

    [Fact]
    public async Task An_import_that_is_cut_off_tells_of_what_was_begun()
    {
        var report = RunAsync(lines: LinesOfAChunk + 1, new IOException("The connection is gone."));
        await chunks[0].Begun;
        chunks[0].Durable();
        chunks[0].Answer(null);

        var told = await report;

        Assert.Equal((500, 500, null), Told(told));
        Assert.NotNull(told.Cut);
        Assert.False(chunks[1].IsBegun);
    }

    [Fact]
    public async Task A_chunk_of_refused_lines_alone_waits_for_those_before_it()
    {
        var report = RunAsync(lines: LinesOfAChunk + 3, refusedFrom: LinesOfAChunk + 1);
        await chunks[0].Begun;
        chunks[0].Durable();
        chunks[0].Answer(Unknown);

        Assert.Equal((0, 0, Unknown), Told(await report));
    }

    static (long Accepted, long LastKept, Refusal? Stopped) Told(ImportReport report) => (report.Accepted, report.LastKept, report.Stopped);

    Task<ImportReport> RunAsync(int lines, IOException? cut = null, int refusedFrom = int.MaxValue)
    {
        var request = new Request("acme", "user:mia", "mia", "key", Guid.AllBitsSet, Guid.AllBitsSet);
        var import = new ChunkedImport<string>(new ImportOrder(request, "US", DryRun: false), line => line.Length, TakeAsync);
        return import.RunAsync(LinesAsync(lines, cut, refusedFrom), TestContext.Current.CancellationToken);
    }

    async Task<Outcome<ImmutableArray<Refusal?>>> TakeAsync(int number, ImmutableArray<string> drafts, ChunkTurn turn)
    {
        if (await turn.Before is { } stopped) return stopped;
        return await chunks[number].TakeAsync(turn.Durable) is { } refusal ? refusal : ImmutableArray.CreateRange(drafts, _ => (Refusal?)null);
    }

    static async IAsyncEnumerable<ImportLine<string>> LinesAsync(int lines, IOException? cut, int refusedFrom)
    {
        for (var number = 1; number <= lines; number++)
        {
            await Task.Yield();
            yield return number < refusedFrom ? new(number, "line") : new(number, Refusal.Validation(new FieldError("phone", "It is none.")));
        }
        if (cut is not null) throw cut;
    }

    /// <summary>A chunk as the test lets it go on.</summary>
    sealed class Chunk
    {
        readonly TaskCompletionSource begun = new();
        readonly TaskCompletionSource<Refusal?> answer = new();
        Action durable = () => { };

        public Task Begun => begun.Task.WaitAsync(Patience);

        public bool IsBegun => begun.Task.IsCompleted;

        public Task<Refusal?> TakeAsync(Action isDurable)
        {
            durable = isDurable;
            begun.SetResult();
            return answer.Task;
        }

        public void Durable() => durable();

        public void Answer(Refusal? refusal) => answer.SetResult(refusal);

        public void Fail(Exception fault) => answer.SetException(fault);
    }
}
