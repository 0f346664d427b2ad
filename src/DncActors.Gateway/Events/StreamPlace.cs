using System.Globalization;
using DncActors.Client;
using DncActors.Contracts.Events;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Events;

/// <summary>Where a stream begins: behind the last event that the client saw, or now.</summary>
readonly record struct StreamPlace(long After, bool IsNow)
{
    internal static readonly QueryParameter<long> AfterParameter = Parameters.Number(
        "after", "The sequence behind which to begin; Last-Event-ID goes before it. Default: now.", -1, 0, long.MaxValue);

    internal static async Task<Outcome<StreamPlace>> ReadAsync(Call call)
    {
        var read = await ReadSentAsync(call);
        if (!read.Ok) return read;
        var field = call.Http.Request.Headers.ContainsKey(DncHeaders.LastEventId) ? DncHeaders.LastEventId : AfterParameter.Name;
        return await WhyNotThereAsync(call, field, read.Value.After) is { } refusal ? refusal : read;
    }

    /// <summary>
    /// A place behind the head was given by a log that is no more (a backup was restored): waiting for it to be reached again would leave out everything until
    /// then.
    /// </summary>
    internal static async ValueTask<Refusal?> WhyNotThereAsync(Call call, string field, long after)
    {
        if (after <= await call.Ask<IEventStreams>().ReadAppliedAsync(call.Cancellation)) return null;
        var head = await call.Ask<IChangeLog>().ReadHeadAsync(call.Cancellation);
        return after <= head
            ? null
            : Refusal.Conflict(
                "log.went-back", $"'{field}' is {after}, and the log ends at {head}: the record was restored from a backup. Begin anew, without a place.");
    }

    static async Task<Outcome<StreamPlace>> ReadSentAsync(Call call)
    {
        var sent = call.Http.Request.Headers[DncHeaders.LastEventId];
        if (sent.Count > 0)
        {
            return sent.Count == 1 && long.TryParse(sent[0], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                ? new StreamPlace(last, false)
                : Refusal.Validation(new FieldError(
                    DncHeaders.LastEventId, $"'{Quote.Of(sent.ToString())}' is not the id of an event: write the id of the last one that was seen."));
        }
        var after = call.Query.Get(AfterParameter);
        return after >= 0 ? new StreamPlace(after, false) : new StreamPlace(await call.Ask<IEventStreams>().ReadAppliedAsync(call.Cancellation), true);
    }
}
