namespace DncActors.Console.OpenId;

/// <summary>
/// Sessions for whom the identity provider vouches: the one thing that the console does and a client of the API cannot, because who asks for it must have
/// verified the provider's word themself.
/// </summary>
public interface IOpenIdSessions
{
    /// <summary>Opens a session of the user who has this login, and puts on record that it did, or why not.</summary>
    Task<OpenIdAnswer> OpenAsync(string login);

    /// <summary>Puts on record that somebody was not let in.</summary>
    Task RefuseAsync(OpenIdProblem problem);
}
