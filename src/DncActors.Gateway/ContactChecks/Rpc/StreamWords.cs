using DncActors.Client.ContactChecks;
using DncActors.Contracts.ContactChecks;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Gateway.ContactChecks.Rpc;

/// <summary>What a stream says of a contact point beside the verdict: why in a word, where it is not allowed.</summary>
static class StreamWords
{
    internal const string Unreadable = "unreadable";
    internal const string Unsure = "unsure";

    internal static void Tell(V1.StreamAnswer answer, CheckVerdict verdict)
    {
        answer.Verdict = RpcWords.Of(verdict);
        if (verdict == CheckVerdict.Allowed) return;
        answer.Code = verdict switch { CheckVerdict.Blocked => VerdictReasonCodes.DncEntry, CheckVerdict.Invalid => Unreadable, _ => Unsure };
    }
}
