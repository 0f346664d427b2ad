using System.Collections.Immutable;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Imports;

/// <summary>
/// What a chunk's commit keeps for repeats: a character a line, <c>1</c> for accepted, <c>0</c> for refused. Planned again, a line that is in would be refused
/// because its id is taken; the reply knows better.
/// </summary>
public static class ImportReply
{
    const char Accepted = '1';
    const char Refused = '0';

    public static string Write(ImmutableArray<Refusal?> refusals) => string.Concat(refusals.Select(r => r is null ? Accepted : Refused));

    /// <summary>The refusals as they were when the chunk was committed.</summary>
    /// <param name="reply">What the commit kept.</param>
    /// <param name="replanned">The refusals of the same lines, planned now: where they explain a line that was refused, their words are used.</param>
    public static ImmutableArray<Refusal?> Read(string reply, ImmutableArray<Refusal?> replanned) =>
    [
        .. replanned.Select((refusal, i) => i < reply.Length && reply[i] == Accepted
            ? null
            : refusal ?? Refusal.Unprocessable("import.refused-before", "The line was refused when the import was first sent; what was wrong is mended.")),
    ];
}
