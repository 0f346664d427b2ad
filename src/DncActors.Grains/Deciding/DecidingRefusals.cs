using DncActors.Domain.Outcomes;

namespace DncActors.Grains.Deciding;

/// <summary>What may come of any change, whatever it is.</summary>
static class DecidingRefusals
{
    public static Refusal Reused() => Refusal.Conflict(
        "idempotency.reused",
        "This Idempotency-Key was used for another request: other content, action or person. Send a new request with a new key.");

    public static Refusal Unknown() => Refusal.Unavailable(
        "ledger.unknown",
        "It is not known whether this was done. Send the same request again with the same Idempotency-Key: it is done at most once.");

    public static Refusal Busy() => Refusal.Unavailable(
        "ledger.busy",
        "Others kept changing the same thing; nothing was done. Send the same request again with the same Idempotency-Key.");

    /// <summary>It was done; only what exactly came of it was too much to keep.</summary>
    public static Refusal TooLargeToRepeat() => Refusal.Conflict(
        "idempotency.done",
        "This request was carried out before; its answer was too large to be kept. Read the targets to see what they have.");
}
