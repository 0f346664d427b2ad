namespace DncActors.Grains.Audit;

/// <summary>How long it is kept who was told of the list.</summary>
public sealed class AccessRetentionOptions
{
    /// <summary>In days. Default: 400, a year and the time to look into it.</summary>
    public int Days { get; set; } = 400;
}
