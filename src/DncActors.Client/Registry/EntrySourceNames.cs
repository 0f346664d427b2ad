namespace DncActors.Client.Registry;

/// <summary>Where a DNC entry comes from.</summary>
public static class EntrySourceNames
{
    /// <summary>An action that was run on a lead.</summary>
    public const string Action = "action";

    /// <summary>Somebody of the organization.</summary>
    public const string Manual = "manual";

    public const string Import = "import";

    /// <summary>The person, by themselves.</summary>
    public const string OptOut = "optOut";

    /// <summary>The status in which a lead stands. Cannot be revoked by hand: move the lead.</summary>
    public const string LeadStatus = "leadStatus";

    public static IReadOnlyList<string> All { get; } = [Action, Manual, Import, OptOut, LeadStatus];

    /// <summary>Those that may be given when an entry is added by hand.</summary>
    public static IReadOnlyList<string> Addable { get; } = [Manual, OptOut];
}
