using CsCheck;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;

namespace DncActors.UnitTests.People;

public sealed class AdministratorPropertiesTests
{
    static readonly string[] Keys = ["first", "second", "crm"];
    static readonly string[] Users = ["ann", "bo"];
    static readonly string[] Roles = ["administrator", "root", "agent"];

    static readonly OrganizationDocuments Start = Acme.With(
        Acme.Role("root", Permissions.All),
        Acme.User("ann", "root"),
        Acme.User("bo", "agent"),
        Acme.Key("first", "administrator"),
        Acme.Key("second", null, "ann"),
        Acme.Key("crm", "agent"));

    /// <summary>An edit of anything by anybody, as three small numbers: which kind, of which, to what.</summary>
    static readonly Gen<(int Kind, int Which, int What)> Edit = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5], Gen.Int[0, 5]);

    [Fact]
    public void Whatever_edits_are_made_somebody_can_still_administer() => Edit.Array[1, 40].Sample(edits =>
    {
        var documents = Start;
        foreach (var edit in edits)
        {
            var (changed, refusal) = Try(documents, edit);
            if (changed is not null) documents = documents.With(changed, documents.Sequence + 1);
            Assert.True(PermissionRules.HasAdministrator(documents));
            Assert.True(changed is null != refusal is null);
        }
    });

    [Fact]
    public void What_is_refused_for_the_last_administrator_is_allowed_once_there_is_another() => Edit.Array[1, 40].Sample(edits =>
    {
        var documents = Start;
        foreach (var edit in edits)
        {
            var (changed, refusal) = Try(documents, edit);
            if (changed is not null) documents = documents.With(changed, documents.Sequence + 1);
            if (refusal?.Rule != "administrator.last") continue;
            var another = documents.With(Acme.Key("another", BuiltInRoles.Administrator), documents.Sequence + 1);
            Assert.NotNull(Try(another, edit).Changed);
        }
    });

    static (Document? Changed, Refusal? Refusal) Try(OrganizationDocuments documents, (int Kind, int Which, int What) edit)
    {
        var key = Keys[edit.Which % Keys.Length];
        var user = Users[edit.Which % Users.Length];
        var role = Roles[edit.What % Roles.Length];
        return edit.Kind switch
        {
            0 => Of(ApiKeyRules.Revoke(documents, key)),
            1 => Of(ApiKeyRules.Change(documents, key, new ApiKeyPatch(null, new(true, role), new(true, null), null))),
            2 => Of(ApiKeyRules.Change(documents, key, new ApiKeyPatch(null, new(true, null), new(true, user), null))),
            3 => Of(UserRules.Archive(documents, user)),
            4 => Of(UserRules.Change(documents, user, new UserPatch(Roles: [role]))),
            5 => Of(RoleRules.Change(documents, "root", new RolePatch(Permissions: edit.What % 2 == 0 ? Permissions.All : Permissions.LeadRead))),
            _ => Of(RoleRules.Archive(documents, "root")),
        };
    }

    static (Document? Changed, Refusal? Refusal) Of<T>(Outcome<T> outcome)
        where T : Document => (outcome.Value, outcome.Refusal);
}
