using System.Collections.Immutable;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.UnitTests.Gateway;

/// <summary>An index that knows what a test blocks.</summary>
public sealed class StandInChecks : IContactChecks
{
    public const long AsOf = 42;

    public static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, 123, TimeSpan.Zero);

    public HashSet<string> Blocked { get; } = [];

    public bool IsUnsure { get; set; }

    public bool ExplainFails { get; set; }

    public LeadVerdict? Lead { get; set; }

    /// <summary>Why everything is blocked; null: by hand.</summary>
    public VerdictReason? Explained { get; set; }

    public ValueTask<CheckResult> CheckPhoneAsync(string organization, ulong number, Channels channel) => new(ResultOf($"+{number}"));

    public ValueTask<CheckResult> CheckEmailAsync(string organization, string email) => new(ResultOf(email));

    public ValueTask<CheckResult> CheckPhonesAsync(string organization, ReadOnlyMemory<ulong> numbers, Channels channel, Memory<CheckVerdict> verdicts)
    {
        for (var i = 0; i < numbers.Length; i++) verdicts.Span[i] = numbers.Span[i] == 0 ? CheckVerdict.Invalid : ResultOf($"+{numbers.Span[i]}").Verdict;
        return new(Whole());
    }

    public ValueTask<CheckResult> CheckEmailsAsync(string organization, ReadOnlyMemory<string?> emails, Memory<CheckVerdict> verdicts)
    {
        for (var i = 0; i < emails.Length; i++) verdicts.Span[i] = emails.Span[i] is { } email ? ResultOf(email).Verdict : CheckVerdict.Invalid;
        return new(Whole());
    }

    public ValueTask<LeadVerdict?> CheckLeadAsync(string organization, string leadId, Channels channel, CancellationToken cancellation) => new(Lead);

    public ValueTask<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, CancellationToken cancellation) =>
        ExplainFails
            ? new(Task.FromException<ImmutableArray<VerdictReason>>(new TimeoutException()))
            : new([Explained ?? new VerdictReason("dnc.entry", Guid.Empty, EntrySource.Manual, channel, Now, null, "ann", null, null, "added by ann")]);

    CheckResult Whole() => new(IsUnsure ? CheckVerdict.Unsure : CheckVerdict.Allowed, AsOf, Now.ToUnixTimeMilliseconds());

    CheckResult ResultOf(string point) =>
        new(Blocked.Contains(point) ? CheckVerdict.Blocked : IsUnsure ? CheckVerdict.Unsure : CheckVerdict.Allowed, AsOf, Now.ToUnixTimeMilliseconds());
}
