namespace DncActors.Console.OpenId;

/// <summary>Why nobody came in, in words for whoever sits before the page: what happened, and whom to ask.</summary>
static class OpenIdWords
{
    /// <param name="login">What the provider calls them, where it says.</param>
    internal static string Of(OpenIdProblem problem, OpenIdProvider provider, string? login) => problem switch
    {
        OpenIdProblem.Unknown => $"No user here signs in as {login}. Ask an administrator of this service to write that as your login, under People.",
        OpenIdProblem.Archived => $"The user who signed in as {login} was removed. Ask an administrator of this service whether you shall be let in again.",
        OpenIdProblem.Unverified => $"The address {login} was never verified at {provider.Label}. Verify it there, or ask whoever gives the accounts there.",
        OpenIdProblem.Nameless => $"What came back from {provider.Label} has no “{provider.Claim}”, or several. Ask whoever runs this service.",
        OpenIdProblem.Declined => $"You left {provider.Label}, or it did not let you through. Ask whoever gives the accounts there.",
        OpenIdProblem.State => "This was answered before, took too long, or began in another browser. Begin again.",
        OpenIdProblem.Audience or OpenIdProblem.Nonce or OpenIdProblem.Token =>
            $"What came back from {provider.Label} does not hold: nobody was signed in. Begin again; where that does not help, ask whoever runs this service.",
        OpenIdProblem.Provider =>
            $"{provider.Label} does not answer as it should. Try again in a moment; where that does not help, ask whoever runs this service.",
        _ => "Nobody can be let in or refused surely now. Try again in a moment.",
    };
}
