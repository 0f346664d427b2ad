using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using DncActors.Client;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.Events;

/// <summary>
/// Server-sent events: changes as they come, a comment while none do, until the client goes, the node stops, the key is no longer let in or what is followed is
/// gone.
/// </summary>
sealed class EventStreamAnswer(Call call, EventSource source) : IResult
{
    /// <summary>How long a client waits before it comes back.</summary>
    static ReadOnlySpan<byte> Head => "retry: 2000\n\n"u8;

    static ReadOnlySpan<byte> Comment => ": \n\n"u8;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var slots = call.Ask<StreamSlots>();
        if (!slots.TryTake(call.Access.Organization, call.Access.KeyId))
        {
            await slots.TooMany.ExecuteAsync(httpContext);
            return;
        }
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation, call.Ask<IHostApplicationLifetime>().ApplicationStopping);
            await RunAsync(httpContext, ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The client went, or the node stops: either way the stream is over, and the client knows where it was.
        }
        finally
        {
            slots.GiveBack(call.Access.Organization, call.Access.KeyId);
        }
    }

    async Task RunAsync(HttpContext context, CancellationToken ending)
    {
        context.Response.ContentType = DncMediaTypes.EventStream;
        context.Response.Headers.CacheControl = "no-store";
        // Proxies that collect answers before they pass them on would hold events back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var writer = context.Response.BodyWriter;
        Write(writer, Head);
        if (source.Opened is { } opened) Write(writer, opened);
        await writer.FlushAsync(ending);
        using var watch = call.Ask<StreamInstruments>().Open();
        var changes = source.Changes(ending).GetAsyncEnumerator(ending);
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                next ??= changes.MoveNextAsync().AsTask();
                if (!next.IsCompleted) watch.HasMore(false);
                var came = await CameAsync(next, ending);
                // Before it is written: a client that does not read holds the flush up, and this event is the one that it does not get.
                if (came) watch.HasMore(true);
                if (!await MayGoOnAsync(context) || (came && !await next)) return;
                if (came) next = null;
                if (!came) Write(writer, Comment);
                else if (source.Map(changes.Current) is { } told) Write(writer, told);
                if ((await writer.FlushAsync(ending)).IsCompleted) return;
            }
        }
        finally
        {
            // An enumerator that is still waiting must be done before it is let go.
            if (next is not null) await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await changes.DisposeAsync();
        }
    }

    /// <summary>False when nothing came within a heartbeat.</summary>
    async Task<bool> CameAsync(Task<bool> next, CancellationToken ending)
    {
        if (next.IsCompleted) return true;
        try
        {
            await ((Task)next).WaitAsync(call.Ask<IOptions<DncGatewayOptions>>().Value.Heartbeat, call.Ask<TimeProvider>(), ending);
            return true;
        }
        catch (TimeoutException) when (!next.IsCompleted)
        {
            return false;
        }
    }

    async ValueTask<bool> MayGoOnAsync(HttpContext context) => await call.Ask<AccessRecheck>().IsLetInAsync(context) && await source.IsThere();

    static void Write(PipeWriter writer, in StreamEvent told)
    {
        Write(writer, "id: "u8);
        Utf8Formatter.TryFormat(told.Id, writer.GetSpan(20), out var digits);
        writer.Advance(digits);
        Write(writer, "\nevent: "u8);
        Encoding.ASCII.GetBytes(told.Type, writer);
        Write(writer, "\ndata: "u8);
        Write(writer, told.Data);
        Write(writer, "\n\n"u8);
    }

    static void Write(PipeWriter writer, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
    }
}
