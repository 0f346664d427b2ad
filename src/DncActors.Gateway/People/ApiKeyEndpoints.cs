using DncActors.Client.Paging;
using DncActors.Client.People;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.People;

/// <summary>API keys.</summary>
static class ApiKeyEndpoints
{
    const string Feature = "People and keys";
    const string Path = "/v1/api-keys";

    internal static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, Path, ListAsync).Needs(Permissions.Admin)
            .Says(Feature, "All API keys", "By id, those of sessions too; expired ones are not there any more.", Paging.Limit, Paging.Cursor)
            .Answers<Page<ApiKeyModel>>();
        routes.MapCall<CreateApiKeyRequest>(HttpMethods.Post, Path, CreateAsync).Needs(Permissions.Admin)
            .Says(Feature, "Make an API key", "The answer shows the key, this once.").Answers<ApiKeyModel>(StatusCodes.Status201Created);
        routes.MapCall(HttpMethods.Get, Path + "/{apiKeyId}", GetAsync).Needs(Permissions.Admin).Says(Feature, "An API key").Answers<ApiKeyModel>();
        routes.MapCall<PatchApiKeyRequest>(HttpMethods.Patch, Path + "/{apiKeyId}", ChangeAsync).Needs(Permissions.Admin)
            .Says(Feature, "Change an API key").Answers<ApiKeyModel>();
        routes.MapCall(HttpMethods.Delete, Path + "/{apiKeyId}", RevokeAsync).Needs(Permissions.Admin)
            .Says(Feature, "Revoke an API key", "When this is answered, every node refuses it.").Answers(StatusCodes.Status204NoContent, "Revoked.");
    }

    static Task<IResult> ListAsync(Call call)
    {
        var now = call.Now;
        return DocumentCalls.ListAsync(call, d => d.ApiKeys, k => ApiKeyMapping.ToModel(k), k => k.ExpiresAt is null || k.ExpiresAt > now);
    }

    static Task<IResult> CreateAsync(Call call, CreateApiKeyRequest body) => Answers.DoAsync(
        ApiKeyMapping.Read(body),
        draft => call.Organization().AddKeyAsync(call.ToRequest(), draft),
        m => Answers.Created($"{Path}/{m.Key.Id}", ApiKeyMapping.ToModel(m.Key, m.Secret), m.Key.Version));

    static Task<IResult> GetAsync(Call call) => DocumentCalls.GetAsync(call, d => d.ApiKeys, "API key", call.Id("apiKeyId"), k => ApiKeyMapping.ToModel(k));

    static Task<IResult> ChangeAsync(Call call, PatchApiKeyRequest body) => Answers.DoAsync(
        ApiKeyMapping.Read(body),
        patch => call.Organization().ChangeKeyAsync(call.ToRequest(), call.Id("apiKeyId"), patch, call.IfMatch),
        k => Answers.Ok(ApiKeyMapping.ToModel(k), k.Version));

    static async Task<IResult> RevokeAsync(Call call) =>
        Answers.Of(await call.Organization().RevokeKeyAsync(call.ToRequest(), call.Id("apiKeyId"), call.IfMatch), _ => Answers.NoContent());
}
