using DncActors.Domain.Leads;
using DncActors.Domain.People;

namespace DncActors.UnitTests.Leads;

public sealed class ActingPersonRulesTests
{
    const Permissions OfAgent = Permissions.ActionExecute | Permissions.ContactCheck | Permissions.LeadRead;

    readonly LeadWorld _world = new();

    [Fact]
    public void A_person_by_themselves_has_what_all_their_roles_grant()
    {
        var ann = ActingPersonRules.OfUser("ann", _world.Documents);
        Assert.Equal(OfAgent, ann.Permissions);
        Assert.Equal(["agent"], ann.Roles);
        Assert.Equal(Permissions.None, ActingPersonRules.OfUser("nobody", _world.Documents).Permissions);
    }

    [Fact]
    public void A_key_that_acts_for_a_person_has_what_both_have_and_the_persons_roles()
    {
        _world.Publish(new ApiKey("crm", 1, false, "CRM", "manager", null, ActsForUsers: true, "", ""));
        _world.Publish(new ApiKey("checks", 1, false, "Checks", "dialer", null, ActsForUsers: true, "", ""));
        Assert.Equal(OfAgent, Of("crm", "ann").Permissions);
        Assert.Equal(["agent"], Of("crm", "ann").Roles);
        Assert.Equal(Permissions.ContactCheck, Of("checks", "ann").Permissions);
        Assert.Equal(["manager"], Of("crm", null).Roles);
        Assert.Equal(Permissions.None, Of("crm", "nobody").Permissions);
        Assert.Equal(Permissions.None, Of("revoked", "ann").Permissions);
    }

    [Fact]
    public void A_key_of_a_person_who_left_may_do_nothing()
    {
        _world.Publish(new ApiKey("anns", 1, false, "Ann's", null, "ann", ActsForUsers: false, "", ""));
        Assert.Equal(OfAgent, Of("anns", "ann").Permissions);
        _world.Publish(new User("ann", 2, Archived: true, "Ann", ["agent"], []));
        Assert.Equal(Permissions.None, Of("anns", "ann").Permissions);
        Assert.Empty(Of("anns", "ann").Roles);
    }

    ActingPerson Of(string keyId, string? userId) => ActingPersonRules.Of(_world.Request() with { KeyId = keyId, UserId = userId }, _world.Documents);
}
