using DncActors.Client.People;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.People;

namespace DncActors.UnitTests.Gateway.People;

public sealed class PeopleMappingTests
{
    [Fact]
    public void Permissions_are_read_and_told_by_their_words()
    {
        var draft = RoleMapping.Read(new CreateRoleRequest { Name = "Opener", Permissions = ["lead.read", "action.execute"] }).Value!;
        Assert.Equal(Permissions.LeadRead | Permissions.ActionExecute, draft.Permissions);
        Assert.Equal(["action.execute", "lead.read"], RoleMapping.ToModel(new Role("r", 1, false, "Opener", draft.Permissions, false)).Permissions);
        Assert.Equal(
            "permissions[1]", Assert.Single(RoleMapping.Read(new CreateRoleRequest { Name = "x", Permissions = ["admin", "root"] }).Refusal!.Errors).Field);
        Assert.Equal("permissions", Assert.Single(RoleMapping.Read(new CreateRoleRequest { Name = "x" }).Refusal!.Errors).Field);
    }

    [Fact]
    public void A_key_has_a_role_or_a_user()
    {
        Assert.True(ApiKeyMapping.Read(new CreateApiKeyRequest { Name = "CRM", Role = "manager", ActsForUsers = true }).Value!.ActsForUsers);
        Assert.False(ApiKeyMapping.Read(new CreateApiKeyRequest { Name = "CRM" }).Ok);
        Assert.False(ApiKeyMapping.Read(new CreateApiKeyRequest { Name = "CRM", Role = "manager", UserId = "ann" }).Ok);
    }

    [Fact]
    public void The_hash_of_a_key_is_told_to_nobody_and_the_key_only_once()
    {
        var key = new ApiKey("k", 1, false, "CRM", "manager", null, true, "hash-of-it", "wxyz");
        Assert.DoesNotContain("hash-of-it", System.Text.Json.JsonSerializer.Serialize(
            ApiKeyMapping.ToModel(key, "secret"), DncActors.Client.Json.DncJson.Options), StringComparison.Ordinal);
        Assert.Null(ApiKeyMapping.ToModel(key).Key);
    }

    [Fact]
    public void A_patch_of_a_key_can_take_its_role_away()
    {
        var patch = ApiKeyMapping.Read(new PatchApiKeyRequest { Role = new(null), UserId = "ann" }).Value!;
        Assert.Equal(new Patched<string>(true, null), patch.Role);
        Assert.Equal(new Patched<string>(true, "ann"), patch.UserId);
        Assert.Null(patch.Name);
    }

    [Fact]
    public void A_patch_of_a_user_replaces_lists_whole()
    {
        var patch = UserMapping.Read(new PatchUserRequest { Roles = new([]) }).Value!;
        Assert.True(patch.Roles is { IsEmpty: true });
        Assert.Null(patch.UserGroups);
    }
}
