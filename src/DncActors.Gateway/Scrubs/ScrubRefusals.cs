using DncActors.Client.Scrubs;
using DncActors.Gateway.Errors;

namespace DncActors.Gateway.Scrubs;

/// <summary>Why a scrub ends before its lines do.</summary>
static class ScrubRefusals
{
    internal static ScrubEndedException TooLong() => new(new Problem(
        ProblemKinds.TooLarge,
        $"A line has more than {ScrubLimits.MaxLineBytes} bytes: shorten it; a file whose line ends are neither LF nor CR LF is a single line.",
        "line.too-long"));

    internal static ScrubEndedException Unclosed() => new(Problem.Of("", "A quote is opened and never closed: close it. A quote inside of quotes is doubled."));
}
