using DncActors.Gateway.Errors;

namespace DncActors.Gateway.Scrubs;

/// <summary>A scrub cannot go on. Where nothing of the answer was sent it is the problem, else the connection is cut: a part must not look whole.</summary>
sealed class ScrubEndedException(Problem why) : Exception(why.Detail)
{
    internal Problem Why => why;
}
