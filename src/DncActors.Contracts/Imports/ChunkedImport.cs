using System.Collections.Immutable;
using DncActors.Domain.Outcomes;

namespace DncActors.Contracts.Imports;

/// <summary>
/// Takes in lines by the chunk: so many lines are one plan, one commit, one acknowledgement. While one chunk is being committed the next is read and
/// planned, and while it is being acknowledged the next is committed. Chunks are cut by their lines alone and their commits' ids are made of the import's, so
/// that the same import sent again finds what is in.
/// </summary>
/// <param name="weigh">About how many characters a line is: <see cref="ImportWeights"/>.</param>
/// <param name="take">Takes in a chunk.</param>
/// <param name="accepted">Told of the accepted lines of each chunk, one chunk after the other; says why the import stops, or null.</param>
public sealed class ChunkedImport<T>(
    ImportOrder order, Func<T, int> weigh, TakeChunk<T> take, Func<ImmutableArray<T>, Task<Refusal?>>? accepted = null)
{
    /// <summary>Few enough that executions pass between two chunks.</summary>
    const int MostLines = 500;

    const int MostWeight = 1_000_000;

    readonly ImmutableArray<RejectedLine>.Builder _errors = ImmutableArray.CreateBuilder<RejectedLine>();
    long _accepted;
    long _rejected;
    long _lastLine;
    long _lastKept;
    int _chunks;

    public async Task<ImportReport> RunAsync(IAsyncEnumerable<ImportLine<T>> lines, CancellationToken cancellation)
    {
        var before = ChunkOnItsWay.Nothing;
        var latest = before;
        try
        {
            var chunk = new List<ImportLine<T>>(MostLines);
            var weight = 0;
            await foreach (var line in lines.WithCancellation(cancellation))
            {
                chunk.Add(line);
                weight += line.Read.Ok ? weigh(line.Read.Value) : 0;
                _lastLine = line.Number;
                if (chunk.Count < MostLines && weight < MostWeight) continue;
                // Two on their way at most: memory stays flat.
                if (await before.Taken is { } stopped) return Report(stopped);
                before = latest;
                latest = Begin(chunk, before);
                chunk = new(MostLines);
                weight = 0;
            }
            latest = Begin(chunk, latest);
            return Report(await latest.Taken);
        }
        catch (IOException cut)
        {
            return Report(await latest.Taken) with { Cut = cut };
        }
        finally
        {
            // Where the reading failed: what was begun ends before anybody is told.
            await latest.Taken;
        }
    }

    ImportReport Report(Refusal? stopped) =>
        new(order.Request.CommitId, _accepted, _rejected, order.DryRun, _errors.ToImmutable(), _lastLine, _lastKept, stopped);

    ChunkOnItsWay Begin(List<ImportLine<T>> chunk, ChunkOnItsWay before)
    {
        var durable = new TaskCompletionSource<Refusal?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = TakeAsync(chunk, before, () => durable.TrySetResult(null));
        return new(Task.WhenAny(durable.Task, taken).Unwrap(), taken);
    }

    async Task<Refusal?> TakeAsync(List<ImportLine<T>> chunk, ChunkOnItsWay before, Action durable)
    {
        var drafts = chunk.Where(l => l.Read.Ok).Select(l => l.Read.Value!).ToImmutableArray();
        var number = _chunks++;
        var taking = drafts.IsEmpty ? Task.FromResult<Outcome<ImmutableArray<Refusal?>>>(ImmutableArray<Refusal?>.Empty)
            : take(number, drafts, new(before.InTheRecord, durable));
        // Both, also where one of them throws: what was begun ends before anybody is told.
        await Task.WhenAll(taking, before.Taken);
        // What is in behind a chunk that not every node is known to have is not told of: it is found when the same is sent again.
        if (await before.Taken is { } stopped) return stopped;
        var refusals = await taking;
        if (!refusals.Ok) return refusals.Refusal;
        if (accepted is not null && !drafts.IsEmpty && await accepted([.. drafts.Where((_, i) => refusals.Value[i] is null)]) is { } why) return why;
        Count(chunk, refusals.Value);
        return null;
    }

    void Count(List<ImportLine<T>> chunk, ImmutableArray<Refusal?> refusals)
    {
        var draft = 0;
        foreach (var line in chunk)
        {
            if ((line.Read.Ok ? refusals[draft++] : line.Read.Refusal) is { } why)
            {
                _rejected++;
                if (_errors.Count < ImportReport.MaxErrors) _errors.Add(new(line.Number, why.First()));
            }
            else
            {
                _accepted++;
            }
            _lastKept = line.Number;
        }
    }
}
