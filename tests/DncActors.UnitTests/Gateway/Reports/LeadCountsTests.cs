using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Reports;

namespace DncActors.UnitTests.Gateway.Reports;

public sealed class LeadCountsTests
{
    static readonly OrganizationDocuments Documents = OrganizationDocuments.Of(new Organization("default", 1, false, "Default", "US"))
        .With(new Workflow(
            "w", 1, false, "Inbound", "lead", [StatusOf("n", SystemStatus.New), StatusOf("a", SystemStatus.Active), StatusOf("d", SystemStatus.Dead)]), 1);

    static readonly LeadCountRow[] Counts = [new(new("w", "n"), 10, 3), new(new("w", "a"), 5, 5), new(new("w", "d"), 7, 7), new(new("w", "gone"), 2, 0)];

    [Fact]
    public void A_flagged_lead_and_a_dead_one_are_in_no_active_figure()
    {
        var rows = LeadCounts.Of(Counts, Documents, LeadCountGroup.Status, null).ToDictionary(r => r.StatusId!);
        Assert.Equal((10, 3, 7), (rows["n"].Leads, rows["n"].DoNotContact, rows["n"].Active));
        Assert.Equal(0, rows["a"].Active);
        Assert.Equal(0, rows["d"].Active);
        Assert.Equal(0, rows["gone"].Active);
        Assert.Equal("Inbound / n", rows["n"].Label);
    }

    [Fact]
    public void Flagged_leads_and_the_others_add_up_to_all()
    {
        var (all, flagged, others) = (Of(null), Of(true), Of(false));
        Assert.Equal(all.Sum(r => r.Leads), flagged.Sum(r => r.Leads) + others.Sum(r => r.Leads));
        Assert.All(flagged, r => Assert.Equal((0, r.Leads), (r.Active, r.DoNotContact)));
        Assert.All(others, r => Assert.Equal(0, r.DoNotContact));
        Assert.Equal(all.Sum(r => r.Active), others.Sum(r => r.Active));
        Assert.Equal(["new", "active", "dead"], all.Select(r => r.Key));

        static List<DncActors.Client.Reports.LeadCountRowModel> Of(bool? doNotContact) =>
            [.. LeadCounts.Of(Counts, Documents, LeadCountGroup.SystemStatus, doNotContact)];
    }

    static Status StatusOf(string id, SystemStatus system) => new(id, id, system, Channels.None, [], true, false, 0, []);
}
