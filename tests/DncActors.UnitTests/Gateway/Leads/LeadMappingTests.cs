using System.Text.Json;
using DncActors.Client.Json;
using DncActors.Client.Leads;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Registry;
using DncActors.Gateway.Leads;

namespace DncActors.UnitTests.Gateway.Leads;

public sealed class LeadMappingTests
{
    static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly ContactPoint Phone = new(ContactPointKind.Phone, "+12025550123");

    [Fact]
    public void A_lead_is_told_with_what_was_typed_and_what_blocks_it()
    {
        var lead = new Lead(
            "L-1", 4, "lead", new("w", "dead"), "Jane", [new(Phone, "202.555.0123", "home", true)], ["east"], """{"source":"web"}""", [], At, At, "ann", null);
        var model = LeadMapping.ToModel(lead, new LeadDoNotContact(true, Channels.Phone, At, "ann", Guid.Empty, [Phone]));
        Assert.Equal(("+12025550123", "202.555.0123", "phone"), (model.ContactPoints[0].Value, model.ContactPoints[0].Typed, model.ContactPoints[0].Kind));
        Assert.Equal(["+12025550123"], model.DoNotContact.Covered);
        Assert.Equal(["call", "sms"], model.DoNotContact.Channels);
        Assert.Equal("web", model.Attributes.GetProperty("source").GetString());
        Assert.Equal((4L, "dead", Guid.Empty.ToString()), (model.Version, model.StatusId, model.DoNotContact.ExecutionId));
    }

    [Fact]
    public void A_patch_of_a_lead_changes_only_what_was_sent()
    {
        var name = LeadFields.Read(Patch("""{"name":null}""")).Value!;
        Assert.True(name.Name.Given);
        Assert.Null(name.ContactPoints);
        Assert.Null(name.Attributes);
        Assert.Equal("{}", LeadFields.Read(Patch("""{"attributes":null}""")).Value!.Attributes);
        Assert.True(LeadFields.Read(Patch("""{"userGroups":[]}""")).Value!.UserGroups is { IsEmpty: true });
        Assert.Equal("contactPoints", Assert.Single(LeadFields.Read(Patch("""{"contactPoints":null}""")).Refusal!.Errors).Field);
    }

    [Fact]
    public void An_execution_names_what_still_blocks_where_that_was_looked_up()
    {
        var execution = new Execution(
            Guid.Empty, "L-1", "a", "Reopen", "c", 3, "ann", At, new("w", "dead"), new("w", "new"), false, [], [], ["east"], "note", null, null, [Phone]);
        var entry = new DncEntry(Guid.Empty, Phone, Channels.Call, EntrySource.OptOut, "asked", null, null, "ann", At, At, null, null);
        var told = ExecutionMapping.ToModel(execution, [entry]);
        Assert.Equal("optOut", Assert.Single(told.StillBlocked.Single().Entries!).Source);
        Assert.Null(ExecutionMapping.ToModel(execution).StillBlocked.Single().Entries);
        Assert.Equal(("dead", "new", 3L), (told.From.StatusId, told.To.StatusId, told.WorkflowVersion));
    }

    static PatchLeadRequest Patch(string json) => JsonSerializer.Deserialize<PatchLeadRequest>(json, DncJson.Options)!;
}
