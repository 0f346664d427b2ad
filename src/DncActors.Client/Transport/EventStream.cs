using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DncActors.Client.Errors;

namespace DncActors.Client.Transport;

/// <summary>A stream of server-sent events that goes on, from the last event seen, over connections that end.</summary>
sealed class EventStream<T>(DncTransport transport, string path, DncCallOptions? call, SseItemParser<T?> parse)
    where T : class
{
    string? lastEventId;
    TimeSpan? askedDelay;

    /// <param name="after">The id of the last event that was dealt with; null: from now on.</param>
    public async IAsyncEnumerable<T> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        lastEventId = after;
        var connected = transport.Time.GetTimestamp();
        var failures = 0;
        while (true)
        {
            var attempt = await OpenAsync(cancellation);
            if (attempt.Failed)
            {
                if (!attempt.MayPass || transport.Time.GetElapsedTime(connected) >= transport.Options.StreamReconnectBudget)
                    throw attempt.Failure;
            }
            else
            {
                connected = transport.Time.GetTimestamp();
                await foreach (var item in ReadAsync(attempt.Value!, cancellation))
                {
                    failures = 0;
                    yield return item;
                }
            }

            await WaitAsync(++failures, attempt.RetryAfter, cancellation);
        }
    }

    Task<Attempt<HttpResponseMessage>> OpenAsync(CancellationToken cancellation) => transport.TryOpenAsync(
        new DncRequest(HttpMethod.Get, path) { Accept = DncMediaTypes.EventStream, LastEventId = lastEventId, Call = call }, cancellation);

    Task WaitAsync(int failures, TimeSpan? retryAfter, CancellationToken cancellation)
    {
        var delay = RetryRules.Delay(transport.Options.Retry, failures, retryAfter);
        if (askedDelay > delay)
            delay = askedDelay.Value;
        return Task.Delay(delay, transport.Time, cancellation);
    }

    // The events of one connection, until it ends, in whatever way.
    async IAsyncEnumerable<T> ReadAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var answer = response;
        await using var stream = new IdleLimitedStream(
            await response.Content.ReadAsStreamAsync(cancellation), transport.Options.StreamIdleTimeout, transport.Time);
        var parser = SseParser.Create(stream, parse);
        await using var events = parser.EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation);
        while (await MovesAsync(events, cancellation))
        {
            // Only behind a whole event: the parser's last id is that of an event that has begun, and one that was cut there must come again.
            Note(parser);
            if (events.Current.Data is { } known)
                yield return known;
        }
    }

    void Note(SseParser<T?> parser)
    {
        if (parser.LastEventId.Length > 0)
            lastEventId = parser.LastEventId;
        if (parser.ReconnectionInterval > TimeSpan.Zero)
            askedDelay = parser.ReconnectionInterval;
    }

    static async Task<bool> MovesAsync(IAsyncEnumerator<SseItem<T?>> events, CancellationToken cancellation)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (JsonException fault)
        {
            throw new DncConnectionException("The gateway sent an event that is not one of this contract.", null, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or TimeoutException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }
}
