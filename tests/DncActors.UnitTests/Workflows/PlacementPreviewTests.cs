using DncActors.Domain.Outcomes;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Workflows;

public sealed class PlacementPreviewTests
{
    [Fact]
    public void Each_target_is_judged_by_itself_in_the_order_given()
    {
        var previews = Preview(
            Sales.Talking, new("sales", "new"), new("hiring", "applied"), new("nope", "x"), new("sales", "nope"), new("sales", "off"), new("sales", "old"),
            Sales.Talking);

        Assert.Equal(
            [null, null, "target.record-type", "target.workflow-missing", "target.status-missing", "target.status.disabled", "target.status.archived",
                "target.twice"],
            previews.Select(p => p.Refused?.Code));
        Assert.Equal(["Talking", "New", "Applied", null, null, "Off", "Old", "Talking"], previews.Select(p => p.StatusName));
        Assert.All(previews.Where(p => p.Refused is not null), p => Assert.Equal((null, null), (p.Before, p.After)));
    }

    [Fact]
    public void What_would_be_added_has_no_id_yet_and_what_would_be_replaced_keeps_its_own()
    {
        var other = Sales.Action("t-dnc", " do not CONTACT", Sales.Add) with { Order = 6 };
        var documents = Sales.Documents.Change(Sales.Talking, s => s with { Actions = [other] });

        var previews = CopyRules.Preview(documents, "sales", "new", "dnc", [Sales.Talking, new("renewal", "open")]).Value();

        Assert.Same(other, previews[0].Before);
        Assert.Equal(("t-dnc", "Do Not Contact", 6), (previews[0].After!.Id, previews[0].After!.Name, previews[0].After!.Order));
        Assert.Null(previews[1].Before);
        Assert.Equal(("", "Do Not Contact"), (previews[1].After!.Id, previews[1].After!.Name));
    }

    [Fact]
    public void A_preview_tells_what_the_copy_then_does()
    {
        var targets = new StatusRef[] { Sales.Talking, new("renewal", "open"), new("sales", "new") };

        var previews = Preview(targets);
        var copied = CopyRules.Copy(Sales.Documents, "sales", "new", "dnc", [.. targets], Sales.Now, new Sales.Ids()).Value();

        Assert.All(previews, p => Assert.Null(p.Refused));
        Assert.Equal(copied.Placements.Select(p => p.Replaced), previews.Select(p => p.Before is not null));
    }

    [Fact]
    public void A_template_that_is_not_right_any_more_is_refused_at_every_target()
    {
        var template = new ActionTemplate("t", 1, false, "DNC", "lead", Sales.Action("", "Stop", Sales.Add, new MoveToStatus("sales", "off")));

        var previews = TemplateRules.Preview(Sales.Documents.And(template), "t", [Sales.Talking, new("renewal", "open")]).Value();

        Assert.All(previews, p => Assert.Equal("action.stale", p.Refused?.Code));
        Assert.Equal(RefusalCode.NotFound, TemplateRules.Preview(Sales.Documents, "t", [Sales.Talking]).Refused().Code);
    }

    static PlacementPreview[] Preview(params StatusRef[] targets) => [.. CopyRules.Preview(Sales.Documents, "sales", "new", "dnc", [.. targets]).Value()];
}
