using DncActors.Grains.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Nodes;

public sealed class GrainRequestsTests
{
    static readonly GrainType Lead = GrainType.Create("lead");

    readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Calls_are_counted_by_type_and_the_rate_is_that_of_the_last_seconds()
    {
        using var requests = new GrainRequests(_time);
        await requests.StartAsync(TestContext.Current.CancellationToken);
        Call(requests, 300);
        _time.Advance(GrainRequests.Window);
        Assert.Equal((300, 30.0), requests.Read()["lead"]);

        Call(requests, 100);
        _time.Advance(GrainRequests.Window);
        Assert.Equal((400, 10.0), requests.Read()["lead"]);

        _time.Advance(3 * GrainRequests.Window);
        Assert.Equal((400, 0.0), requests.Read()["lead"]);
    }

    [Fact]
    public void Those_of_orleans_itself_are_left_out()
    {
        using var requests = new GrainRequests(_time);
        requests.Add(GrainType.Create("sys.svc.clustering"));
        Call(requests, 1);
        Assert.Equal(["lead"], requests.Read().Keys);
    }

    [Fact]
    public void Types_are_told_with_what_is_in_memory_the_busiest_first()
    {
        var types = NodeSelf.GrainTypes(
            new() { ["lead"] = 30, ["workflow"] = 2 }, new() { ["lead"] = (5, 0), ["organization"] = (9, 0), ["workflow"] = (1, 3.26) });

        Assert.Equal(
            [("workflow", 2, 1, 3.3), ("organization", 0, 9, 0), ("lead", 30, 5, 0)],
            types.Select(type => (type.Name, type.Activations, type.Requests, type.RequestsPerSecond)));
    }

    static void Call(GrainRequests requests, int times)
    {
        for (var i = 0; i < times; i++) requests.Add(Lead);
    }
}
