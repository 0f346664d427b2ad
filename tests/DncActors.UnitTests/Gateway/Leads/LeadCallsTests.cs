using System.Reflection;
using DncActors.Contracts.Leads;
using DncActors.Gateway;
using DncActors.Gateway.Leads;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Leads;

public sealed class LeadCallsTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly FakeTimeProvider _time = new();
    readonly TaskCompletionSource<string> _own = new();
    readonly TaskCompletionSource<string> _standIn = new();
    int _standIns;

    [Fact]
    public async Task The_leads_own_grain_answers_and_nobody_stands_in()
    {
        var answer = AskAsync(Patience);
        _own.SetResult("own");

        Assert.Equal("own", await answer);
        Assert.Equal(0, _standIns);
    }

    [Fact]
    public async Task Where_it_gives_no_answer_in_time_the_stand_in_does()
    {
        var answer = AskAsync(Patience);
        _time.Advance(Patience);
        _standIn.SetResult("stand-in");

        Assert.Equal("stand-in", await answer);
    }

    [Fact]
    public async Task Where_its_silo_just_went_nobody_waits_before_the_stand_in_is_asked()
    {
        _own.SetException(new SiloUnavailableException());
        _standIn.SetResult("stand-in");

        Assert.Equal("stand-in", await AskAsync(Patience));
    }

    [Fact]
    public async Task A_stand_in_that_fails_takes_nothing_from_an_answer_that_comes_late()
    {
        var answer = AskAsync(Patience);
        _time.Advance(Patience);
        _standIn.SetException(new TimeoutException());
        _own.SetResult("own");

        Assert.Equal("own", await answer);
        Assert.Equal(1, _standIns);
    }

    [Fact]
    public async Task A_process_that_is_alone_waits_for_the_one_grain_there_is()
    {
        var answer = AskAsync(null);
        _time.Advance(TimeSpan.FromMinutes(1));
        _own.SetResult("own");

        Assert.Equal("own", await answer);
        Assert.Equal(0, _standIns);
    }

    Task<string> AskAsync(TimeSpan? patience) =>
        new LeadCalls(
            DispatchProxy.Create<IGrainFactory, References>(), Options.Create(new DncGatewayOptions { LeadPatience = patience }), _time, new StandIns())
            .AskAsync("acme/L-1", lead =>
            {
                if (lead is GrainTurns) return _own.Task;
                _standIns++;
                return _standIn.Task;
            });

    /// <summary>Gives out turns that nobody takes.</summary>
    sealed class StandIns : ILeadStandIns
    {
        public ILeadTurns Of(string key) => DispatchProxy.Create<ILeadTurns, References>();
    }

    /// <summary>Gives out references that nobody calls.</summary>
    public class References : DispatchProxy
    {
        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) =>
            typeof(DispatchProxy).GetMethod(nameof(Create), 2, [])!.MakeGenericMethod(targetMethod!.ReturnType, typeof(References)).Invoke(null, null)!;
    }
}
