namespace DncActors.Domain.Registry;

/// <summary>How an entry came to be. The numbers are stored.</summary>
public enum EntrySource : byte
{
    /// <summary>An execution on a lead.</summary>
    Action = 0,

    /// <summary>Typed in by somebody.</summary>
    Manual = 1,

    Import = 2,

    /// <summary>The person asked, directly.</summary>
    OptOut = 3,

    /// <summary>The lead stands in a status that restricts contact; comes and goes with that.</summary>
    LeadStatus = 4,
}
