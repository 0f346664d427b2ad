using DncActors.Domain.ContactPoints;

namespace DncActors.Contracts.ContactChecks;

/// <summary>One check among many that are asked in one call.</summary>
/// <param name="Number">The E.164 digits without the plus sign; nothing where it is an email.</param>
/// <param name="Email">As it was read, or null where it is a phone.</param>
[GenerateSerializer, Immutable, Alias("dnc.CheckAsked")]
public readonly record struct CheckAsked(string Organization, ulong Number, string? Email, Channels Channel)
{
    /// <summary>It shows itself nowhere.</summary>
    public override string ToString() => nameof(CheckAsked);
}
