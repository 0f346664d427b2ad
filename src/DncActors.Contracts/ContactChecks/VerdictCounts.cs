namespace DncActors.Contracts.ContactChecks;

/// <summary>How many contact points were given each verdict.</summary>
[GenerateSerializer, Immutable, Alias("dnc.VerdictCounts")]
public readonly record struct VerdictCounts(long Unsure, long Blocked, long Allowed, long Invalid)
{
    /// <summary>Of a batch: where the whole could not be answered, each of them was not.</summary>
    public static VerdictCounts Of(in CheckResult whole, ReadOnlySpan<CheckVerdict> verdicts) =>
        whole.Verdict == CheckVerdict.Unsure ? new(verdicts.Length, 0, 0, 0) : Of(verdicts);

    public static VerdictCounts Of(ReadOnlySpan<CheckVerdict> verdicts) => new(
        verdicts.Count(CheckVerdict.Unsure), verdicts.Count(CheckVerdict.Blocked), verdicts.Count(CheckVerdict.Allowed), verdicts.Count(CheckVerdict.Invalid));

    /// <summary>Of the contact points of a lead; one that could not be answered at all is one that was not.</summary>
    public static VerdictCounts Of(LeadVerdict lead)
    {
        var counts = default(VerdictCounts);
        foreach (var point in lead.Points) counts += Of(point.Verdict);
        return lead.Points.IsEmpty ? Of(lead.Verdict) : counts;
    }

    public static VerdictCounts Of(CheckVerdict verdict) => Of([verdict]);

    public long this[CheckVerdict verdict] => verdict switch
    {
        CheckVerdict.Blocked => Blocked,
        CheckVerdict.Allowed => Allowed,
        CheckVerdict.Invalid => Invalid,
        _ => Unsure,
    };

    public static VerdictCounts operator +(VerdictCounts a, VerdictCounts b) =>
        new(a.Unsure + b.Unsure, a.Blocked + b.Blocked, a.Allowed + b.Allowed, a.Invalid + b.Invalid);

    public static VerdictCounts operator -(VerdictCounts a, VerdictCounts b) =>
        new(a.Unsure - b.Unsure, a.Blocked - b.Blocked, a.Allowed - b.Allowed, a.Invalid - b.Invalid);
}
