using DncActors.Domain.ContactPoints;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Domain.Reports;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Reports;

namespace DncActors.UnitTests.Gateway.Reports;

public sealed class UsageLabelsTests
{
    static readonly OrganizationDocuments Documents = OrganizationDocuments.Of(new Organization("default", 1, false, "Default", "US"))
        .With(new Workflow("w", 1, false, "Inbound", "lead", [new("n", "New", SystemStatus.New, Channels.None, [], true, false, 0, [])]), 1)
        .With(ApiKeyRules.First("first", "a-key-of-this-test-0123456789"), 2);

    [Theory]
    [InlineData(ActionUsageGroup.Status, "w/n", "Inbound / New")]
    [InlineData(ActionUsageGroup.Status, "w/gone", "w/gone")]
    [InlineData(ActionUsageGroup.User, "key:gone", "key:gone")]
    [InlineData(ActionUsageGroup.User, "nobody", "nobody")]
    [InlineData(ActionUsageGroup.Action, "a1", "as the store says")]
    [InlineData(ActionUsageGroup.Day, "2026-05-01", "as the store says")]
    public void Rows_are_labelled_with_names_and_with_the_key_where_there_is_none(ActionUsageGroup by, string key, string label) =>
        Assert.Equal(label, UsageLabels.Of(Row(key), by, Documents));

    [Fact]
    public void A_key_is_labelled_with_its_name() =>
        Assert.Equal(Documents.ApiKeys["first"].Name, UsageLabels.Of(Row("key:first"), ActionUsageGroup.User, Documents));

    static ActionUsageRow Row(string key) => new(key, "as the store says", 1, 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
