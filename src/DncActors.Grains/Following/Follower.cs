using System.Collections.Immutable;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Grains.Following;

/// <summary>
/// Follows the log: loads the image as of a noted head, reads the log from there, then applies each committed batch before its commits are answered.
/// Whatever it missed it reads from the log; it never applies anything out of order.
/// </summary>
sealed partial class Follower(
    ILedger ledger,
    IChangeLog log,
    IDocumentStore documents,
    IBlockSource blocks,
    NodeImage image,
    IEnumerable<IFollowerListener> listeners,
    TimeProvider time,
    FollowerInstruments instruments,
    ILogger<Follower> logger) : BackgroundService, INodeReadiness
{
    /// <summary>A change of an import carries hundreds of entries.</summary>
    const int PageSize = 64;
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>For how long what an early batch follows on may be on its way: several times what a push takes. Then it is read from the log.</summary>
    static readonly TimeSpan PushTime = TimeSpan.FromMilliseconds(10);

    readonly Lock _gate = new();
    readonly ImmutableArray<IFollowerListener> _listeners = [.. listeners];
    readonly Signal _moved = new();
    readonly Signal _behind = new();
    readonly EarlyBatches<CommittedBatch> _early = new(batch => (batch.After, batch.UpTo));
    long _applied;
    long _heardOf;
    volatile Action<CommittedBatch> _publish = _ => { };
    bool _loaded;
    volatile bool _ready;
    Load? _load;

    /// <summary>The sequence up to which the image is the log.</summary>
    public long Applied => Volatile.Read(ref _applied);

    /// <summary>Whether it has once been up to the head; from then on only a commit whose answer is not out yet can be missing.</summary>
    public bool Ready => _ready;

    /// <summary>How far that is behind the last sequence that this node has heard of.</summary>
    public long Behind => Math.Max(0, Volatile.Read(ref _heardOf) - Applied);

    /// <summary>When the image was read as a whole; null before it was. What changed since was followed.</summary>
    public DateTimeOffset? LoadedAt => Volatile.Read(ref _load)?.At;

    /// <summary>How long that took.</summary>
    public TimeSpan? LoadedIn => Volatile.Read(ref _load)?.Elapsed;

    public string? WhyNot => _ready ? null : "The node is still loading what is published and what is blocked.";

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        instruments.Watch(this);
        ledger.Subscribe(OnCommitted);
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Whoever must see each batch that was committed here, when the own image knows it. Set once, before the first commit.</summary>
    public void Publish(Action<CommittedBatch> to) => _publish = to;

    /// <summary>
    /// A batch that was committed here or elsewhere: applied now if it follows on what is applied, else when that has come, which is read from the log where it
    /// does not come soon.
    /// </summary>
    public void HandOver(CommittedBatch batch)
    {
        lock (_gate)
        {
            // While the image loads the log is not followed yet; it is read from the noted head afterwards.
            HearOf(batch.UpTo);
            var step = _loaded ? FollowRules.Judge(_applied, batch) : FollowStep.Skip;
            if (step == FollowStep.Apply || (GrainsMutant.AppliesOverAGap && step == FollowStep.CatchUp)) ApplyWithEarlyOnes(batch.Changes, batch.UpTo);
            if (step != FollowStep.CatchUp) return;
            // Who only asks how far this is brings nothing.
            if (!batch.Changes.IsEmpty) _early.Keep(batch);
            _behind.Pulse();
        }
    }

    /// <summary>Waits until the log has once been read to its head, and is applied up to this sequence.</summary>
    /// <exception cref="LedgerUnavailableException">It was not in time.</exception>
    public async ValueTask WaitUntilAppliedAsync(long sequence, CancellationToken cancellation)
    {
        if (Knows(sequence)) return;
        lock (_gate) HearOf(sequence);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestWait);
        try
        {
            while (true)
            {
                var moved = _moved.Next;
                if (Knows(sequence)) return;
                _behind.Pulse();
                await moved.WaitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LedgerUnavailableException("The node has not applied the commit yet.");
        }
    }

    /// <summary>Reads the log up to its head, for who planned with something that is no longer so.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var head = await log.ReadHeadAsync(cancellation);
        await WaitUntilAppliedAsync(head, cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!_loaded) await LoadAsync(stoppingToken);
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, a node that stops following never becomes ready again: it tries once more.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                instruments.Failed(loading: !_loaded);
                LogFault(logger, fault);
                await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    bool Knows(long sequence) => _ready && Applied >= sequence;

    async Task LoadAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        image.Begin();
        var head = await log.ReadHeadAsync(cancellation);
        await foreach (var (organization, document, sequence) in documents.ReadAllAsync(cancellation))
        {
            image.Apply(organization, document, sequence);
        }
        var points = GrainsMutant.ServesBeforeItIsLoaded ? 0 : await LoadBlocksAsync(head, cancellation);
        lock (_gate)
        {
            _loaded = true;
            MoveTo(head);
        }
        var elapsed = time.GetElapsedTime(started);
        instruments.Loaded(elapsed);
        Volatile.Write(ref _load, new(time.GetUtcNow(), elapsed));
        LogLoaded(logger, points, head, elapsed);
    }

    async Task<long> LoadBlocksAsync(long head, CancellationToken cancellation)
    {
        var points = 0L;
        await foreach (var chunk in blocks.ReadAllAsync(cancellation))
        {
            foreach (var (organization, block) in chunk) image.Apply(organization, block, head);
            points += chunk.Count;
        }
        return points;
    }

    async Task FollowAsync(CancellationToken cancellation)
    {
        while (true)
        {
            // Asked for before the head is read: what is missed after that asks again.
            var behind = _behind.Next;
            if (!_ready || await MissesSomethingAsync(cancellation)) await ReadToHeadAsync(cancellation);
            _ready = true;
            _moved.Pulse();
            await behind.WaitAsync(cancellation);
        }
    }

    /// <summary>Whether something that was heard of is to be read from the log: what an early batch follows on is given time to come.</summary>
    async Task<bool> MissesSomethingAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var timer = time.CreateTimer(_ => limit.Cancel(), null, PushTime, Timeout.InfiniteTimeSpan);
        while (!limit.IsCancellationRequested)
        {
            var moved = _moved.Next;
            lock (_gate)
            {
                if (_early.IsEmpty) return Behind > 0;
            }
            await moved.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return Behind > 0;
    }

    async Task ReadToHeadAsync(CancellationToken cancellation)
    {
        var head = await log.ReadHeadAsync(cancellation);
        lock (_gate) HearOf(head);
        while (Applied is var applied && applied < head)
        {
            var page = await log.ReadAsync(applied, PageSize, cancellation);
            instruments.Read(page.Length);
            lock (_gate)
            {
                ApplyWithEarlyOnes(page, FollowRules.ReachedBy(page, PageSize, head, applied));
            }
        }
    }

    /// <summary>Called by the ledger before it answers the batch's commits.</summary>
    void OnCommitted(CommittedBatch batch)
    {
        HandOver(batch);
        _publish(batch);
    }

    void ApplyWithEarlyOnes(ImmutableArray<Change> changes, long upTo)
    {
        Apply(changes, upTo);
        while (_early.TakeNext(_applied) is { } next) Apply(next.Changes, next.UpTo);
    }

    void Apply(ImmutableArray<Change> changes, long upTo)
    {
        if (upTo <= _applied) return;
        var news = FollowRules.New(_applied, changes);
        using var span = FollowerSpans.Apply(news.Length);
        foreach (var change in news) image.Apply(change);
        var after = _applied;
        // Listeners are told first: who sees the new position finds the changes with them.
        foreach (var listener in _listeners) listener.OnApplied(news, after, upTo);
        MoveTo(upTo);
    }

    void HearOf(long sequence) => Volatile.Write(ref _heardOf, Math.Max(_heardOf, sequence));

    void MoveTo(long sequence)
    {
        Volatile.Write(ref _applied, sequence);
        foreach (var listener in _listeners) listener.OnMoved(sequence);
        _moved.Pulse();
    }

    sealed record Load(DateTimeOffset At, TimeSpan Elapsed);

    [LoggerMessage(1, LogLevel.Information, "Loaded {ContactPoints} blocked contact points as of sequence {Sequence} in {Elapsed}")]
    private static partial void LogLoaded(ILogger logger, long contactPoints, long sequence, TimeSpan elapsed);

    [LoggerMessage(2, LogLevel.Error, "Following the log failed; trying again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
