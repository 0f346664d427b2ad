namespace DncActors.Client.ContactChecks;

/// <summary>Body of <c>POST /v1/contact-checks</c>: one of phone, email and leadId.</summary>
public sealed record ContactCheckRequest
{
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? LeadId { get; init; }

    /// <summary>Required: one of the channels that the contact point has.</summary>
    public string? Channel { get; init; }

    /// <summary>The two-letter region in which a national phone is read. Default: the organization's.</summary>
    public string? Region { get; init; }
}
