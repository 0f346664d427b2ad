namespace DncActors.Contracts.ContactChecks;

/// <summary>May this contact point be contacted on this channel now? The zero is the safe answer: what nobody set is never "allowed".</summary>
public enum CheckVerdict : byte
{
    /// <summary>This node cannot prove that it is up to date, and knows of no block: 503, never "allowed".</summary>
    Unsure = 0,
    Blocked = 1,
    Allowed = 2,

    /// <summary>It cannot be read as a contact point of the channel.</summary>
    Invalid = 3,
}
