namespace DncActors.Grains.UserGroups;

/// <summary>How far a user group has come. It may lag behind what the grain knows: what is behind the cursor is read again.</summary>
[GenerateSerializer, Alias("dnc.UserGroupState")]
public sealed class UserGroupState
{
    /// <summary>Every change that names the group is applied up to here.</summary>
    [Id(0)]
    public long Cursor { get; set; }

    /// <summary>The recent feed begins behind this sequence.</summary>
    [Id(1)]
    public long RecentAfter { get; set; }

    /// <summary>Workflow id → the last version applied.</summary>
    [Id(2)]
    public Dictionary<string, long> Versions { get; set; } = [];
}
