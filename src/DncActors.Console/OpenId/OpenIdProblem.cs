namespace DncActors.Console.OpenId;

/// <summary>Why nobody came in by the identity provider.</summary>
public enum OpenIdProblem
{
    /// <summary>No user has this login.</summary>
    Unknown,

    /// <summary>The user who had this login was archived.</summary>
    Archived,

    /// <summary>The provider does not say that the email address was verified.</summary>
    Unverified,

    /// <summary>The claim that names the user is missing, or there are several.</summary>
    Nameless,

    /// <summary>Whoever it was said no at the provider, or it said no to them.</summary>
    Declined,

    /// <summary>It answers no question of this browser: asked elsewhere, too long ago, or answered before.</summary>
    State,

    /// <summary>The token is for somebody else than this console.</summary>
    Audience,

    /// <summary>The token answers another question.</summary>
    Nonce,

    /// <summary>The token is of another issuer, not signed by the provider, or not of now.</summary>
    Token,

    /// <summary>The provider does not answer, or not by the protocol.</summary>
    Provider,

    /// <summary>Who it is may be known, but no session can be made now.</summary>
    Unavailable,
}
