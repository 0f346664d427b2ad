using DncActors.Contracts.Imports;
using DncActors.Contracts.Nodes;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Identity;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Registry;
using DncActors.Grains.Following;
using DncActors.Grains.Imports;
using DncActors.Grains.Registry;
using DncActors.UnitTests.Following;
using DncActors.UnitTests.Ledger;
using Microsoft.Extensions.Time.Testing;
using Request = DncActors.Domain.Ledger.Request;

namespace DncActors.UnitTests.Imports;

/// <summary>Chunks of an import on a ledger whose acknowledgements are held.</summary>
public sealed class ImportChunksTests : IAsyncDisposable
{
    const int Lines = 1_000;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly LedgerModel ledger = new();
    readonly HeldAcknowledgement nodes = new();
    readonly CommitInstruments instruments = new();
    readonly FollowerRun follower = new(new FollowedLog([]));
    readonly EntryImports imports;

    public ImportChunksTests()
    {
        var time = new FakeTimeProvider();
        imports = new(new ImportChunks(new(ledger, nodes, instruments, time), follower.Follower), ledger, time, new Uuid7IdSource());
    }

    [Fact]
    public async Task A_chunk_is_in_the_record_before_the_one_before_it_is_acknowledged()
    {
        var import = ImportAsync();
        await nodes.WantedAsync(1);
        await nodes.WantedAsync(2);
        Assert.Equal(2, ledger.Head);
        Assert.False(import.IsCompleted);
        nodes.Acknowledge(2);
        nodes.Acknowledge(1);

        var report = await import;

        Assert.Equal((Lines, Lines, null), (report.Accepted, report.LastKept, report.Stopped));
    }

    [Fact]
    public async Task Where_a_chunk_is_not_acknowledged_nothing_is_told_of_it_or_behind_it_and_the_same_import_again_finds_both()
    {
        var import = ImportAsync();
        await nodes.WantedAsync(2);
        nodes.Acknowledge(2);
        nodes.Fail(1);
        var report = await import;
        Assert.Equal((0, 0, RefusalCode.Unavailable), (report.Accepted, report.LastKept, report.Stopped!.Code));
        Assert.Equal(2, ledger.Head);

        nodes.HoldNothing();
        var again = await ImportAsync();

        Assert.Equal((Lines, Lines, null), (again.Accepted, again.LastKept, again.Stopped));
        Assert.Equal(2, ledger.Head);
    }

    [Fact]
    public async Task Behind_a_chunk_that_another_import_has_nothing_is_written()
    {
        nodes.HoldNothing();
        await ImportAsync();

        var other = await ImportAsync(fingerprint: 3);

        Assert.Equal((0, 0, RefusalCode.Conflict), (other.Accepted, other.LastKept, other.Stopped!.Code));
        Assert.Equal(2, ledger.Head);
    }

    public async ValueTask DisposeAsync()
    {
        instruments.Dispose();
        await follower.DisposeAsync();
    }

    Task<ImportReport> ImportAsync(byte fingerprint = 2)
    {
        var request = new Request("acme", "user:mia", "mia", "key", Id(1), Id(fingerprint));
        return imports.ImportAsync(new(request, "US", DryRun: false), LinesAsync(), TestContext.Current.CancellationToken);
    }

    static Guid Id(byte number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static async IAsyncEnumerable<ImportLine<EntryDraft>> LinesAsync()
    {
        for (var number = 1; number <= Lines; number++)
        {
            await Task.Yield();
            var phone = new ContactPoint(ContactPointKind.Phone, $"+1202555{number:D4}");
            yield return new(number, new EntryDraft(phone, Channels.Call, "asked", null, EntrySource.Import));
        }
    }

    /// <summary>Every node knows a sequence when the test says so.</summary>
    sealed class HeldAcknowledgement : IAcknowledgement
    {
        readonly TaskCompletionSource[] wanted = [.. Enumerable.Range(0, 3).Select(_ => New())];
        readonly TaskCompletionSource[] known = [.. Enumerable.Range(0, 3).Select(_ => New())];
        bool holdsNothing;

        public async ValueTask UpToAsync(long sequence, CancellationToken cancellation)
        {
            wanted[sequence].TrySetResult();
            if (!holdsNothing) await known[sequence].Task;
        }

        public Task WantedAsync(int sequence) => wanted[sequence].Task.WaitAsync(Patience);

        public void Acknowledge(int sequence) => known[sequence].SetResult();

        public void Fail(int sequence) => known[sequence].SetException(new LedgerUnavailableException("Not every node has it."));

        public void HoldNothing() => holdsNothing = true;

        static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
