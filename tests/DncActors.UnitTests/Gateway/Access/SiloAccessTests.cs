using System.Collections.Immutable;
using System.Reflection;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.Access;
using DncActors.Gateway.Silos;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.Access;

public sealed class SiloAccessTests
{
    static readonly CheckAsked Check = new("default", 12_025_550_123, null, Channels.Call);

    [Fact]
    public async Task A_check_that_a_silo_is_not_sure_of_is_asked_of_another_with_its_key()
    {
        var silos = new Silos(CheckVerdict.Unsure, CheckVerdict.Allowed);
        Assert.Equal(CheckVerdict.Allowed, (await silos.Access.ResolveAsync(new byte[32], null, Check)).Check?.Verdict);
        Assert.Equal(2, silos.Calls);
    }

    [Fact]
    public async Task Where_no_silo_is_sure_the_answer_is_that()
    {
        var silos = new Silos(CheckVerdict.Unsure, CheckVerdict.Unsure);
        Assert.Equal(CheckVerdict.Unsure, (await silos.Access.ResolveAsync(new byte[32], null, Check)).Check?.Verdict);
        Assert.Equal(2, silos.Calls);
    }

    [Fact]
    public async Task A_key_alone_is_asked_for_once()
    {
        var silos = new Silos(CheckVerdict.Unsure);
        Assert.Null((await silos.Access.ResolveAsync(new byte[32], null)).Check);
        Assert.Equal(1, silos.Calls);
    }

    /// <summary>Each call goes to the next silo, which says of every check what it says.</summary>
    sealed class Silos : IAccessGrain
    {
        readonly CheckVerdict[] _verdicts;

        internal Silos(params CheckVerdict[] verdicts)
        {
            _verdicts = verdicts;
            var factory = DispatchProxy.Create<IGrainFactory, Factory>();
            ((Factory)(object)factory).Grain = this;
            Access = new(new SiloCalls(factory, new FakeTimeProvider()));
        }

        internal SiloAccess Access { get; }

        internal int Calls { get; private set; }

        public Task<ImmutableArray<AccessAnswer>> ResolveAsync(ImmutableArray<AccessAsked> asked)
        {
            var verdict = _verdicts[Calls++];
            var answers = asked.Select(a => new AccessAnswer(null, AccessDenial.None, null, a.Check is null ? null : new CheckResult(verdict, 1, 1)));
            return Task.FromResult(answers.ToImmutableArray());
        }
    }

    /// <summary>Gives its one grain to whoever asks for any.</summary>
    public class Factory : DispatchProxy
    {
        internal IAccessGrain? Grain { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Grain;
    }
}
