using DncActors.Client.ContactChecks;
using DncActors.Contracts.ContactChecks;

namespace DncActors.Gateway.Scrubs;

/// <summary>What the lines so far came to.</summary>
sealed class ScrubCounts
{
    long _allowed;
    long _blocked;
    long _invalid;
    long _asOf = long.MaxValue;

    internal long Lines => _allowed + _blocked + _invalid;

    internal void Add(ReadOnlySpan<CheckVerdict> verdicts, int broken)
    {
        var (allowed, blocked) = (verdicts.Count(CheckVerdict.Allowed), verdicts.Count(CheckVerdict.Blocked));
        _allowed += allowed;
        _blocked += blocked;
        _invalid += verdicts.Length - allowed - blocked + broken;
    }

    /// <summary>A chunk was checked as of this sequence.</summary>
    internal void UpTo(long asOf) => _asOf = Math.Min(_asOf, asOf);

    internal ScrubSummaryModel ToModel() => new()
    {
        Lines = Lines,
        Allowed = _allowed,
        Blocked = _blocked,
        Invalid = _invalid,
        AsOf = _asOf,
    };
}
