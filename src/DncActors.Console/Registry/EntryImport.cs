using DncActors.Client;
using DncActors.Console.Imports;

namespace DncActors.Console.Registry;

/// <summary>What an import of entries says and does.</summary>
static class EntryImport
{
    internal static ImportPlan Of(DncClient client) => new(
        Title: "Import into the Do Not Contact list",
        One: "contact point",
        WouldDo: "would be blocked",
        WasDone: "blocked from now on",
        Help: "A CSV names its columns in the first line: phone or email, and as you have them channels (call; sms; email), reason, expiresAt, source, region. "
            + "Without channels a line blocks every channel that its contact point has.",
        Example: "phone,reason\n+1 202 555 0123,National registry\n(202) 555-0188,Asked on the phone",
        Send: (file, type, dryRun, call, cancellation) => client.Registry.ImportAsync(file, type, dryRun, call, cancellation));
}
