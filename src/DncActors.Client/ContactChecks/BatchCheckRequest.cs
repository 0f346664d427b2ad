namespace DncActors.Client.ContactChecks;

/// <summary>Body of <c>POST /v1/contact-checks/batch</c>: phones or emails.</summary>
public sealed record BatchCheckRequest
{
    /// <summary>Required.</summary>
    public string? Channel { get; init; }

    /// <summary>At most <see cref="BatchLimits.Maximum"/>.</summary>
    public IReadOnlyList<string?>? Phones { get; init; }

    /// <summary>At most <see cref="BatchLimits.Maximum"/>.</summary>
    public IReadOnlyList<string?>? Emails { get; init; }

    /// <summary>The two-letter region in which national phones are read. Default: the organization's.</summary>
    public string? Region { get; init; }
}
