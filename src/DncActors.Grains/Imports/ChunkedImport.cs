using System.Collections.Immutable;
using DncActors.Contracts.Imports;
using DncActors.Domain.Imports;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Grains.Deciding;
using DncActors.Grains.Following;

namespace DncActors.Grains.Imports;

/// <summary>
/// Takes in lines by the chunk: so many lines are one plan, one commit, one acknowledgement. While one chunk is being committed the next is read and
/// planned. Chunks are
/// cut by their lines alone and their commits' ids are made of the import's, so that the same import sent again finds what is in.
/// </summary>
/// <param name="plan">Plans a chunk as one commit.</param>
/// <param name="weigh">About how many characters a line is.</param>
sealed class ChunkedImport<T>(
    AcknowledgedLedger ledger,
    Follower follower,
    ImportOrder order,
    Func<Request, ImmutableArray<T>, ValueTask<Outcome<ImportPlan>>> plan,
    Func<T, int> weigh)
{
    /// <summary>Few enough that executions pass between two chunks.</summary>
    const int MostLines = 500;

    const int MostWeight = 1_000_000;

    readonly ImmutableArray<RejectedLine>.Builder _errors = ImmutableArray.CreateBuilder<RejectedLine>();
    readonly ChunkFingerprint _fingerprint = new();
    long _accepted;
    long _rejected;
    long _lastLine;
    long _lastKept;
    int _chunks;

    public async Task<ImportReport> RunAsync(IAsyncEnumerable<ImportLine<T>> lines, CancellationToken cancellation)
    {
        var before = Task.FromResult<Refusal?>(null);
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
                if (await before is { } stopped) return Report(stopped);
                before = latest;
                latest = TakeAsync(chunk, before);
                chunk = new(MostLines);
                weight = 0;
            }
            latest = TakeAsync(chunk, latest);
            return Report(await latest);
        }
        catch (IOException cut)
        {
            return Report(await latest) with { Cut = cut };
        }
        finally
        {
            // Where the reading failed: what was begun ends before anybody is told.
            await latest;
        }
    }

    ImportReport Report(Refusal? stopped) =>
        new(order.Request.CommitId, _accepted, _rejected, order.DryRun, _errors.ToImmutable(), _lastLine, _lastKept, stopped);

    /// <summary>Null when the chunk was judged and what was accepted of it is known to every node; else why the import stops before it.</summary>
    async Task<Refusal?> TakeAsync(List<ImportLine<T>> chunk, Task<Refusal?> before)
    {
        try
        {
            var drafts = chunk.Where(l => l.Read.Ok).Select(l => l.Read.Value!).ToImmutableArray();
            var request = order.Request with
            {
                CommitId = ImportOrder.ChunkId(order.Request.CommitId, _chunks++),
                Fingerprint = _fingerprint.Of(order.Request.Fingerprint, drafts),
            };
            Outcome<ImportPlan> planned = drafts.IsEmpty ? new ImportPlan(null, []) : await plan(request, drafts);
            if (await before is { } stopped) return stopped;
            var refusals = await CommitAsync(request, drafts, planned);
            if (!refusals.Ok) return refusals.Refusal;
            Count(chunk, refusals.Value);
            return null;
        }
        catch (LedgerUnavailableException)
        {
            return DecidingRefusals.Unknown();
        }
    }

    /// <summary>For each draft why it is refused, or null.</summary>
    async Task<Outcome<ImmutableArray<Refusal?>>> CommitAsync(Request request, ImmutableArray<T> drafts, Outcome<ImportPlan> planned)
    {
        for (var round = 0; round < DecisionLoop.MostRounds; round++)
        {
            if (!planned.Ok) return planned.Refusal;
            var lines = planned.Value.Refusals;
            if (order.DryRun) return lines;
            // Refused lines may be refused because the chunk is in already: its own reply knows better.
            if (lines.Any(r => r is not null) && await ledger.FindAsync(request.Organization, request.CommitId) is { } found)
            {
                return found.Fingerprint == request.Fingerprint ? ImportReply.Read(found.Reply ?? "", lines) : DecidingRefusals.Reused();
            }
            if (planned.Value.Commit is not { } commit) return lines;
            var result = await ledger.CommitAsync(commit);
            if (result.Outcome == CommitOutcome.Done) return lines;
            if (result.Outcome == CommitOutcome.AlreadyThere) return ImportReply.Read(result.Reply ?? "", lines);
            if (result.Outcome == CommitOutcome.AnotherUnderThisId) return DecidingRefusals.Reused();
            await follower.CatchUpAsync(CancellationToken.None);
            planned = await plan(request, drafts);
        }
        return DecidingRefusals.Busy();
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
