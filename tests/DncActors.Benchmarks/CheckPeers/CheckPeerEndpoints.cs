using DncActors.Benchmarks.Peer;
using DncActors.Client.ContactChecks;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.ContactChecks;
using Microsoft.AspNetCore.Http;

namespace DncActors.Benchmarks.CheckPeers;

/// <summary>
/// The peer's endpoints: the key, the phone and the channel are read by the same code as the product's, an answer "allowed" is written by it too; the story
/// of a block is a constant, which a peer that keeps one would have to look up.
/// </summary>
sealed class CheckPeerEndpoints(ICheckPeerStore store, PeerKeys keys)
{
    const string Region = "US";

    public async Task GetAsync(HttpContext context)
    {
        if (!LetIn(context)) return;
        var number = Number(context);
        await (await store.IsListedAsync(number) ? BlockedAnswer.WriteAsync(context, number) : WriteAllowedAsync(context, number));
    }

    public async Task PostAsync(HttpContext context)
    {
        if (!LetIn(context)) return;
        var phones = await PlainBatch.ReadAsync(context);
        var numbers = new ulong[phones.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!PhoneReader.TryReadNumber(phones[i], Region, out numbers[i], out _)) throw new InvalidOperationException("The load sends phones only.");
        }
        var listed = await store.AreListedAsync(numbers);
        var blocked = 0;
        var verdicts = new string[listed.Length];
        for (var i = 0; i < listed.Length; i++)
        {
            verdicts[i] = listed[i] ? VerdictNames.Blocked : VerdictNames.Allowed;
            if (listed[i]) blocked++;
        }
        await PlainBatch.WriteAsync(context, verdicts, blocked);
    }

    static Task WriteAllowedAsync(HttpContext context, ulong number) => VerdictJson.WriteAllowedAsync(
        context, number, Channels.Call, new CheckResult(CheckVerdict.Allowed, 12, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));

    bool LetIn(HttpContext context)
    {
        if (keys.ActorOf(context.Request.Headers.Authorization) is not null) return true;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return false;
    }

    static ulong Number(HttpContext context)
    {
        Span<char> buffer = stackalloc char[ContactCheckQuery.BufferLength];
        return ContactCheckQuery.TryRead(context.Request.QueryString.Value, buffer, out var query) && query.Channel == Channels.Call
            && PhoneReader.TryReadNumber(query.Phone, Region, out var number, out _)
            ? number
            : throw new InvalidOperationException("The load sends well-formed checks only.");
    }
}
