using System.Collections.Immutable;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;

namespace DncActors.UnitTests.People;

public sealed class PeopleRulesTests
{
    [Fact]
    public void The_last_administrator_cannot_be_removed_by_any_edit()
    {
        var root = Acme.Role("root", Permissions.All);
        var boss = Acme.User("boss", "root");
        var key = Acme.Key("only", null, "boss");
        var documents = Acme.With(root, boss, key);

        Assert.Equal("administrator.last", ApiKeyRules.Revoke(documents, "only").Refusal?.Rule);
        Assert.Equal("administrator.last", UserRules.Archive(documents, "boss").Refusal?.Rule);
        Assert.Equal("administrator.last", UserRules.Change(documents, "boss", new UserPatch(Roles: ["agent"])).Refusal?.Rule);
        Assert.Equal("administrator.last", RoleRules.Change(documents, "root", new RolePatch(Permissions: Permissions.ContactCheck)).Refusal?.Rule);
        var lesser = new ApiKeyPatch(null, new(true, "dialer"), new(true, null), null);
        Assert.Equal("administrator.last", ApiKeyRules.Change(documents, "only", lesser).Refusal?.Rule);
    }

    [Fact]
    public void One_of_two_administrators_can_be_removed()
    {
        var documents = Acme.With(Acme.Key("one", BuiltInRoles.Administrator), Acme.Key("two", BuiltInRoles.Administrator));

        var revoked = ApiKeyRules.Revoke(documents, "one");

        Assert.True(revoked.Ok);
        Assert.Equal("administrator.last", ApiKeyRules.Revoke(documents.With(revoked.Value!, 9), "two").Refusal?.Rule);
    }

    [Fact]
    public void Built_in_roles_stay_as_they_are()
    {
        Assert.Equal("role.built-in", RoleRules.Change(Acme.Empty, "agent", new RolePatch("Other")).Refusal?.Rule);
        Assert.Equal("role.built-in", RoleRules.Archive(Acme.Empty, "agent").Refusal?.Rule);
        Assert.Equal(RefusalCode.Conflict, RoleRules.Add(Acme.Empty, new RoleDraft("agent", "Mine", Permissions.LeadRead), "x").Refusal?.Code);
    }

    [Fact]
    public void A_role_in_use_is_not_archived_and_the_users_are_named()
    {
        var documents = Acme.With(Acme.Role("closer", Permissions.LeadRead), Acme.User("ann", "closer"));

        var refusal = RoleRules.Archive(documents, "closer").Refusal;

        Assert.Equal("role.in-use", refusal?.Rule);
        Assert.Contains("'ann'", refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_user_is_said_at_once_and_quoted()
    {
        var refusal = UserRules.Add(Acme.Empty, new UserDraft("-x", "", ["agent", "ghost", "agent"], ["nowhere"]), "new").Refusal;

        Assert.Equal(["name", "id", "roles[1]", "roles[2]", "userGroups[0]"], refusal!.Errors.Select(e => e.Field));
        Assert.Contains("'ghost'", refusal.Errors[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_group_with_members_is_not_archived()
    {
        var east = new UserGroup("east", 1, false, "East", []);
        var ann = Acme.User("ann", "agent") with { UserGroups = ["east"] };

        Assert.Equal("user-group.has-members", UserGroupRules.Archive(Acme.With(east, ann), "east").Refusal?.Rule);
        Assert.True(UserGroupRules.Archive(Acme.With(east), "east").Value!.Archived);
    }

    [Fact]
    public void An_organization_has_room_for_so_many_and_an_archived_one_makes_room()
    {
        var keys = Enumerable.Range(0, PeopleLimits.MaxKeys).Select(i => Acme.Key($"k{i}", "agent")).ToArray();
        var draft = new ApiKeyDraft("one more", "agent", null, false);
        var full = Acme.With(keys);

        Assert.Equal("organization.full", ApiKeyRules.Add(full, draft, "new", "dnc_secret-secret").Refusal?.Rule);
        Assert.True(ApiKeyRules.Add(full.With(keys[0] with { Version = 2, Archived = true }, 9_999), draft, "new", "dnc_secret-secret").Ok);
    }

    [Fact]
    public void A_key_has_a_role_or_stands_for_a_user_never_both_or_neither()
    {
        Assert.Equal("role", Field(new ApiKeyDraft("k", null, null, false)));
        Assert.Equal("userId", Field(new ApiKeyDraft("k", "agent", "ann", false)));
        Assert.Equal("role", Field(new ApiKeyDraft("k", "ghost", null, false)));
        Assert.Equal("userId", Field(new ApiKeyDraft("k", null, "ghost", false)));

        static string Field(ApiKeyDraft draft) => Assert.Single(ApiKeyRules.Add(Acme.Empty, draft, "id", "dnc_secret-secret").Refusal!.Errors).Field;
    }

    [Fact]
    public void A_secret_is_kept_as_its_hash_and_last_four_characters_only()
    {
        var secret = ApiKeyRules.SecretOf(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

        var key = ApiKeyRules.Add(Acme.Empty, new ApiKeyDraft("k", "agent", null, true), "id", secret).Value!;

        Assert.StartsWith("dnc_", secret, StringComparison.Ordinal);
        Assert.Equal(64, key.Hash.Length);
        Assert.Equal(secret[^4..], key.Hint);
        Assert.DoesNotContain(secret[4..20], key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lead")]
    [InlineData("1st")]
    [InlineData("")]
    [InlineData("a b")]
    public void A_record_type_is_a_slug(string recordType)
    {
        var refusal = UserGroupRules.Add(Acme.Empty, new UserGroupDraft(null, "East", ImmutableArray.Create(recordType)), "id").Refusal;

        Assert.Equal("recordTypes[0]", Assert.Single(refusal!.Errors).Field);
    }
}
