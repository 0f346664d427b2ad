namespace DncActors.Domain.ContactPoints;

/// <summary>The ways to reach a person, as a set: one channel is a set of one. Calls and texts go to phones, emails to emails.</summary>
[Flags]
public enum Channels : byte
{
    None = 0,
    Call = 1,
    Sms = 2,
    Email = 4,

    /// <summary>Every channel that a phone can be reached by.</summary>
    Phone = Call | Sms,

    All = Call | Sms | Email,
}
