using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DncActors.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DncActors.ConsoleTests.OpenId;

/// <summary>
/// An OpenID provider on the loopback that asks nobody anything: whoever is sent to it is sent back at once, as <see cref="Next"/> says. It is strict with
/// who asks: client, secret, proof and address must be right.
/// </summary>
sealed class IdentityProvider : IAsyncDisposable
{
    internal const string ClientId = "dnc-tests";
    internal const string ClientSecret = "a-secret-that-the-provider-made";

    readonly RSA key = RSA.Create(2_048);
    readonly RSA another = RSA.Create(2_048);
    readonly ConcurrentDictionary<string, Question> codes = new();
    readonly ConcurrentDictionary<string, ProviderAnswer> accessTokens = new();
    readonly WebApplication app;

    IdentityProvider(Uri address)
    {
        Address = address;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", Describe);
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        app.MapGet("/userinfo", UserInfo);
    }

    internal Uri Address { get; }

    internal ProviderAnswer Next { get; set; } = new();

    /// <summary>What was asked of it last.</summary>
    internal IQueryCollection? Asked { get; private set; }

    string Issuer => Address.GetLeftPart(UriPartial.Authority);

    internal static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider(new Uri($"http://127.0.0.1:{FreePort.Take()}"));
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
        another.Dispose();
    }

    IResult Describe() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Issuer}/authorize",
        ["token_endpoint"] = $"{Issuer}/token",
        ["userinfo_endpoint"] = $"{Issuer}/userinfo",
        ["jwks_uri"] = $"{Issuer}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    object PublicKey()
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        var (n, e) = (WebEncoders.Base64UrlEncode(numbers.Modulus!), WebEncoders.Base64UrlEncode(numbers.Exponent!));
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n, e };
    }

    IResult Authorize(HttpRequest request)
    {
        var asked = Asked = request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256") return Results.BadRequest();
        if (!asked["redirect_uri"].ToString().EndsWith("/sign-in/openid/callback", StringComparison.Ordinal)) return Results.BadRequest();
        var back = new Dictionary<string, string?> { ["state"] = asked["state"] };
        if (Next.Error is { } error)
        {
            back["error"] = error;
        }
        else
        {
            var code = NewSecret();
            codes[code] = new(asked["nonce"].ToString(), asked["code_challenge"].ToString(), asked["redirect_uri"].ToString(), Next);
            back["code"] = code;
        }
        return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), back));
    }

    async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        var proof = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        // A code is good for once.
        if (!codes.TryRemove(form["code"].ToString(), out var question) || question.Challenge != proof || question.RedirectUri != form["redirect_uri"])
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var access = NewSecret();
        accessTokens[access] = question.Answer;
        return Results.Json(new { access_token = access, token_type = "Bearer", expires_in = 300, id_token = IdToken(question) });
    }

    IResult UserInfo(HttpRequest request) =>
        accessTokens.TryGetValue(request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), out var answer)
            ? Results.Json(new Dictionary<string, object?> { ["sub"] = "somebody", ["email"] = answer.Email, ["email_verified"] = answer.EmailVerified })
            : Results.Unauthorized();

    string IdToken(Question question)
    {
        var answer = question.Answer;
        var claims = new Dictionary<string, object> { ["sub"] = "somebody", ["nonce"] = answer.Nonce ?? question.Nonce };
        if (!answer.OnlyAsUserInfo)
        {
            if (answer.Email is { } email) claims["email"] = email;
            if (answer.EmailVerified is { } verified) claims["email_verified"] = verified;
        }
        var ends = TimeProvider.System.GetUtcNow() + answer.Lasts;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = answer.Issuer ?? Issuer,
            Audience = answer.Audience ?? ClientId,
            IssuedAt = ends.UtcDateTime.AddMinutes(-10),
            NotBefore = ends.UtcDateTime.AddMinutes(-10),
            Expires = ends.UtcDateTime,
            Claims = claims,
            SigningCredentials = CredentialsOf(answer.Signed),
        });
    }

    SigningCredentials? CredentialsOf(Signed signed) => signed switch
    {
        Signed.ByTheProvider => new(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        Signed.ByAnotherKey => new(new RsaSecurityKey(another) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        Signed.BySharedSecret => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret.PadRight(32, '-'))), SecurityAlgorithms.HmacSha256),
        _ => null,
    };

    static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));

    sealed record Question(string Nonce, string Challenge, string RedirectUri, ProviderAnswer Answer);
}
