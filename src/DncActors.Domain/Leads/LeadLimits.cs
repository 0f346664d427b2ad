namespace DncActors.Domain.Leads;

/// <summary>How large a lead, and what is said of it, may become.</summary>
public static class LeadLimits
{
    public const int MaxIdLength = 128;
    public const int MaxNameLength = 200;
    public const int MaxContactPoints = 50;
    public const int MaxLabelLength = 100;
    public const int MaxUserGroups = 50;

    /// <summary>Of a lead's attributes, as UTF-8.</summary>
    public const int MaxAttributesBytes = 16 * 1024;

    /// <summary>How deep a lead's attributes may be nested.</summary>
    public const int MaxAttributesDepth = 32;

    /// <summary>Of an execution's note, and of its evidence.</summary>
    public const int MaxTextLength = 4_000;

    /// <summary>A lead's own entries that are not revoked, and its flags: they are loaded with it.</summary>
    public const int MaxOwnEntries = 1_000;

    /// <summary>Leads of one commit of an import, and of a job's step.</summary>
    public const int MaxLeadsInACommit = 500;

    /// <summary>By how much a client's clock may be ahead in <c>occurredAt</c>.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Nobody's wish is older.</summary>
    public static readonly DateTimeOffset EarliestOccurrence = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
