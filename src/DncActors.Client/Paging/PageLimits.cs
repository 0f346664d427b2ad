namespace DncActors.Client.Paging;

/// <summary>How many items a page may have. A <c>limit</c> outside of 1 to <see cref="Maximum"/> is a <c>validation</c> error.</summary>
public static class PageLimits
{
    /// <summary>The items of a page when no <c>limit</c> is sent: 100.</summary>
    public const int Default = 100;

    /// <summary>The most that may be asked for: 1,000.</summary>
    public const int Maximum = 1_000;
}
