namespace DncActors.ConsoleTests.OpenId;

/// <summary>What the identity provider of the tests says of whoever comes next.</summary>
sealed record ProviderAnswer
{
    /// <summary>Null: the token does not say.</summary>
    public string? Email { get; init; } = "ann@acme.example";

    /// <summary>As it stands in the token; null for nothing.</summary>
    public object? EmailVerified { get; init; } = true;

    /// <summary>It is asked for at the provider's own address, with the token of access.</summary>
    public bool OnlyAsUserInfo { get; init; }

    /// <summary>Null: whoever asked.</summary>
    public string? Audience { get; init; }

    /// <summary>Null: the one that was sent.</summary>
    public string? Nonce { get; init; }

    /// <summary>Null: the provider itself.</summary>
    public string? Issuer { get; init; }

    /// <summary>By which the token has ended, or will.</summary>
    public TimeSpan Lasts { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>By the provider's key, by another's, or by none.</summary>
    public Signed Signed { get; init; } = Signed.ByTheProvider;

    /// <summary>The provider sends the browser back with this instead.</summary>
    public string? Error { get; init; }
}
