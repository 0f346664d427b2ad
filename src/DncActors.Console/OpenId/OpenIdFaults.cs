using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DncActors.Console.OpenId;

/// <summary>What the library found wrong. Its own texts quote what came from outside, and are neither shown nor logged.</summary>
static partial class OpenIdFaults
{
    internal static OpenIdProblem Of(Exception? fault) => fault switch
    {
        OpenIdConnectProtocolInvalidNonceException => OpenIdProblem.Nonce,
        SecurityTokenInvalidAudienceException => OpenIdProblem.Audience,
        SecurityTokenException => OpenIdProblem.Token,
        OpenIdConnectProtocolException => ErrorOf(fault) == "access_denied" ? OpenIdProblem.Declined : OpenIdProblem.Provider,
        // No state, another's, one that was used: the library has no kind of its own for it.
        AuthenticationFailureException => OpenIdProblem.State,
        _ => OpenIdProblem.Provider,
    };

    /// <summary>The provider's own word for what is wrong, such as <c>invalid_client</c>; <c>none</c> where it said none.</summary>
    internal static string ErrorOf(Exception? fault) => fault?.Data["error"] is string error && Word().IsMatch(error) ? error : "none";

    [GeneratedRegex("^[a-z_]{1,40}$")]
    private static partial Regex Word();
}
