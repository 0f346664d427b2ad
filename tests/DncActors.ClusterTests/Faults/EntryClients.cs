using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using DncActors.ClusterTests.Crash;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Faults;

/// <summary>
/// People who put phones on the list by hand, for ever, for some seconds or for half an hour, and take some of them off again. What is not answered is
/// repeated under its key.
/// </summary>
public sealed class EntryClients(History history)
{
    static readonly TimeSpan Short = TimeSpan.FromSeconds(8);

    /// <summary>Over for a node whose clock is an hour ahead, and for nobody else as long as a run takes.</summary>
    static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    readonly ConcurrentQueue<EntryDoubt> doubts = new();
    readonly ConcurrentQueue<(int Number, string Id)> standing = new();
    readonly ConcurrentDictionary<int, byte> lasting = new();
    readonly ConcurrentDictionary<int, byte> free = new();
    int next;

    /// <summary>Those that nobody has asked to be taken off, and that are not over in a while.</summary>
    public IReadOnlyCollection<string> Blocked => [.. lasting.Keys.Select(Phone)];

    /// <summary>Those that were taken off, by an answer.</summary>
    public IReadOnlyCollection<string> Free => [.. free.Keys.Select(Phone)];

    public static string Phone(int number) => $"+1505{number:D7}";

    /// <summary>Adds the next one; every third time something else is done first, if there is something.</summary>
    public async Task StepAsync(Api api, Random random)
    {
        if (doubts.TryDequeue(out var doubt)) await RepeatAsync(api, doubt);
        else if (random.Next(3) == 0 && standing.TryDequeue(out var entry)) await RevokeAsync(api, new(entry.Number, entry.Id, null));
        else await AddAsync(api, Draw(random));
    }

    /// <summary>Repeats everything that is in doubt until nothing is.</summary>
    public async Task SettleAsync(Api api)
    {
        while (doubts.TryDequeue(out var doubt)) await RepeatAsync(api, doubt);
    }

    /// <summary>A new entry that is waited for. Returns whether it was acknowledged.</summary>
    public Task<bool> AddAsync(Api api) => AddAsync(api, new(Interlocked.Increment(ref next), null, null));

    EntryDoubt Draw(Random random)
    {
        TimeSpan? length = random.Next(5) switch { 0 => Short, 1 => Long, _ => null };
        return new(Interlocked.Increment(ref next), null, length is { } later ? TimeProvider.System.GetUtcNow() + later : null);
    }

    Task RepeatAsync(Api api, EntryDoubt doubt) => doubt.EntryId is null ? AddAsync(api, doubt) : RevokeAsync(api, doubt);

    async Task<bool> AddAsync(Api api, EntryDoubt entry)
    {
        var body = new { phone = Phone(entry.Number), channels = new[] { "call", "sms" }, reason = "Asked by phone", expiresAt = entry.ExpiresAt };
        if (await SendAsync(entry, () => api.PostAsync("/v1/dnc/entries", body, $"entry-{entry.Number}")) is not { } answer) return false;
        // Over by the clock of the node that was asked, or it took too long: then it is not made.
        if (answer.Status == HttpStatusCode.BadRequest && entry.ExpiresAt is not null) return false;
        Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.OK, $"an entry: {(int)answer.Status} {answer.Text}");
        history.Acknowledge(By(entry.Number), [Phone(entry.Number)], OverAt(entry.ExpiresAt));
        if (entry.ExpiresAt is null)
        {
            standing.Enqueue((entry.Number, answer.Id));
            lasting[entry.Number] = 0;
        }
        return true;
    }

    async Task RevokeAsync(Api api, EntryDoubt entry)
    {
        lasting.TryRemove(entry.Number, out _);
        history.Unblock(Phone(entry.Number), By(entry.Number));
        if (await SendAsync(entry, () => api.DeleteAsync($"/v1/dnc/entries/{entry.EntryId}", new { reason = "A mistake" })) is not { } answer) return;
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"a revocation: {(int)answer.Status} {answer.Text}");
        free[entry.Number] = 0;
    }

    /// <summary>Null where it is in doubt.</summary>
    async Task<Answer?> SendAsync(EntryDoubt entry, Func<Task<Answer>> send)
    {
        try
        {
            var answer = await send();
            if (answer.Status != HttpStatusCode.ServiceUnavailable) return answer;
            doubts.Enqueue(entry);
            return null;
        }
        catch (Exception fault) when (FaultLoad.IsOfConnection(fault))
        {
            doubts.Enqueue(entry);
            return null;
        }
    }

    /// <summary>The database's clock is this machine's.</summary>
    static long? OverAt(DateTimeOffset? expiresAt) => expiresAt is { } at
        ? History.Now + (long)((at - TimeProvider.System.GetUtcNow()).TotalSeconds * Stopwatch.Frequency)
        : null;

    static string By(int number) => string.Create(CultureInfo.InvariantCulture, $"entry {number}");
}
