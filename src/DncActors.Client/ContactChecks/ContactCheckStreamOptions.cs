namespace DncActors.Client.ContactChecks;

/// <summary>How a <see cref="ContactCheckStream"/> is opened.</summary>
public sealed record ContactCheckStreamOptions
{
    /// <summary>Where gRPC is served (<c>Dnc__GrpcUrl</c>, or the gateway's https address). Default: <c>http://localhost:8081</c>.</summary>
    public Uri Address { get; init; } = new("http://localhost:8081");

    /// <summary>The API key; with <c>contact.check</c>. Required.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The user id to act for; for keys with <c>actsForUsers</c>. Default: none.</summary>
    public string? ActingUser { get; init; }

    /// <summary>How many questions may be without an answer at a time; the next waits. Default: 4,096.</summary>
    public int MaxOutstanding { get; init; } = 4_096;

    internal void Validate()
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"Address '{Address}' is no web address: write one such as http://localhost:8081.");
        if (ApiKey is null || !DncClientOptions.IsHeaderText(ApiKey))
            throw new ArgumentException("ApiKey is missing, or holds characters that no key has: give it as it was printed, without line ends.");
        if (ActingUser is not null && !DncClientOptions.IsHeaderText(ActingUser))
            throw new ArgumentException($"ActingUser '{ActingUser}' is no user id: write one of printable ASCII.");
        if (MaxOutstanding < 1)
            throw new ArgumentException($"MaxOutstanding is {MaxOutstanding}: write a number larger than zero.");
    }
}
