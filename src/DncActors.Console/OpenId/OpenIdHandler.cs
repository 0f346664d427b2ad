using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DncActors.Console.OpenId;

/// <summary>
/// The library's handler. It logs nothing: what it would tell are answers of the provider, in its own words. It asks the provider once more who somebody is
/// only where the token does not say, so that name and proof are never of two answers.
/// </summary>
sealed class OpenIdHandler(IOptionsMonitor<OpenIdConnectOptions> options, OpenIdProvider provider)
    : OpenIdConnectHandler(options, NullLoggerFactory.Instance, HtmlEncoder.Default, UrlEncoder.Default)
{
    protected override Task<HandleRequestResult> GetUserInformationAsync(
        OpenIdConnectMessage message, JwtSecurityToken jwt, ClaimsPrincipal principal, AuthenticationProperties properties) =>
        principal.HasClaim(claim => claim.Type == provider.Claim)
            ? Task.FromResult(HandleRequestResult.Success(new AuthenticationTicket(principal, properties, Scheme.Name)))
            : base.GetUserInformationAsync(message, jwt, principal, properties);
}
