using CsCheck;
using DncActors.Domain.People;

namespace DncActors.UnitTests.People;

public sealed class PermissionRulesTests
{
    [Fact]
    public void Who_has_several_roles_has_what_all_of_them_grant()
    {
        var ann = Acme.User("ann", "agent", "auditor");

        Assert.Equal(Permissions.LeadRead, PermissionRules.Of(Acme.With(ann), ann));
    }

    [Fact]
    public void Who_has_no_role_or_is_archived_may_do_nothing()
    {
        var none = Acme.User("none");
        var gone = Acme.User("gone", BuiltInRoles.Administrator) with { Archived = true };

        Assert.Equal(Permissions.None, PermissionRules.Of(Acme.With(none, gone), none));
        Assert.Equal(Permissions.None, PermissionRules.Of(Acme.With(none, gone), gone));
    }

    [Fact]
    public void A_role_that_is_missing_or_archived_grants_nothing()
    {
        var old = Acme.Role("old", Permissions.All) with { Archived = true };
        var documents = Acme.With(old);

        Assert.Equal(Permissions.None, PermissionRules.Of(documents, Acme.User("a", "old")));
        Assert.Equal(Permissions.None, PermissionRules.Of(documents, Acme.User("b", "nowhere", BuiltInRoles.Administrator)));
    }

    [Fact]
    public void A_key_has_what_its_role_or_its_user_has_and_nothing_once_it_is_revoked()
    {
        var ann = Acme.User("ann", "agent");
        var documents = Acme.With(ann);

        Assert.Equal(Permissions.ContactCheck, PermissionRules.Of(documents, Acme.Key("k", "dialer")));
        Assert.Equal(PermissionRules.Of(documents, ann), PermissionRules.Of(documents, Acme.Key("k", null, "ann")));
        Assert.Equal(Permissions.None, PermissionRules.Of(documents, Acme.Key("k", "administrator") with { Archived = true }));
        Assert.Equal(Permissions.None, PermissionRules.Of(documents, Acme.Key("k", null, "nobody")));
    }

    [Fact]
    public void Any_of_the_allowed_roles_suffices_and_none_named_means_everybody()
    {
        Assert.True(PermissionRules.Allows([], []));
        Assert.True(PermissionRules.Allows(["a", "b"], ["b"]));
        Assert.False(PermissionRules.Allows(["a", "b"], ["c"]));
        Assert.False(PermissionRules.Allows(["a"], []));
    }

    [Fact]
    public void One_role_more_never_grants_more()
    {
        var role = Gen.Int[0, BuiltInRoles.All.Length - 1].Select(i => BuiltInRoles.All[i].Id);
        Gen.Select(role.Array[1, 4], role).Sample((roles, more) =>
        {
            var before = PermissionRules.Of(Acme.Empty, Acme.User("u", [.. roles]));
            var after = PermissionRules.Of(Acme.Empty, Acme.User("u", [.. roles, more]));
            Assert.Equal(after, before & after);
        });
    }

    [Fact]
    public void Replayed_documents_change_nothing()
    {
        var second = Acme.User("ann", "agent") with { Version = 2 };
        var documents = Acme.With(Acme.User("ann", "manager"), second);

        Assert.Equal(second, documents.With(Acme.User("ann", "manager"), 1).Users["ann"]);
    }
}
