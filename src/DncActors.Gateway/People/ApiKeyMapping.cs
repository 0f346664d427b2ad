using DncActors.Client.People;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.People;

/// <summary>API keys, to and from the wire. The hash of a key leaves in no answer.</summary>
static class ApiKeyMapping
{
    internal static Outcome<ApiKeyDraft> Read(CreateApiKeyRequest request)
    {
        var fields = new FieldReader();
        var draft = new ApiKeyDraft(fields.Required("name", request.Name), request.Role, request.UserId, request.ActsForUsers ?? false);
        if ((request.Role is null) == (request.UserId is null))
            fields.Wrong("role", "Write role or userId, and only one of them: a key has a role's permissions, or a person's.");
        return fields.Make(draft);
    }

    internal static Outcome<ApiKeyPatch> Read(PatchApiKeyRequest request)
    {
        var fields = new FieldReader();
        var patch = new ApiKeyPatch(
            fields.Sent("name", request.Name, fields.Required),
            FieldReader.Given(request.Role),
            FieldReader.Given(request.UserId),
            fields.SentValue("actsForUsers", request.ActsForUsers));
        return fields.Make(patch);
    }

    /// <param name="secret">Only where the key was just made.</param>
    internal static ApiKeyModel ToModel(ApiKey key, string? secret = null) => new()
    {
        Id = key.Id,
        Name = key.Name,
        Role = key.Role,
        UserId = key.UserId,
        ActsForUsers = key.ActsForUsers,
        Hint = key.Hint,
        ExpiresAt = key.ExpiresAt,
        Version = key.Version,
        Key = secret,
    };
}
