using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.Client.ContactChecks;

/// <summary>A question on a stream, and whoever waits for its answer.</summary>
sealed class AskedCheck(V1.StreamQuestion question) : TaskCompletionSource<StreamVerdict>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    internal V1.StreamQuestion Question => question;
}
