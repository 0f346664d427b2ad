using System.Collections.Immutable;
using DncActors.Contracts.Access;
using DncActors.Gateway.Silos;

namespace DncActors.Gateway.Access;

/// <summary>Asks a silo who calls, for every call: a gateway hears of no revocation, so that nothing may be kept here.</summary>
sealed class SiloAccess : IAccessDirectory
{
    readonly Gathering<AccessAsked, AccessAnswer> _callers;
    readonly SiloCalls _silos;

    public SiloAccess(SiloCalls silos)
    {
        _silos = silos;
        _callers = new(ResolveAsync, new AccessAnswer(null, AccessDenial.NotReady));
    }

    public ValueTask<AccessAnswer> ResolveAsync(ReadOnlyMemory<byte> keyHash, string? actingUserId) =>
        _callers.AskAsync(new([.. keyHash.Span], actingUserId));

    Task<ImmutableArray<AccessAnswer>> ResolveAsync(ImmutableArray<AccessAsked> asked) =>
        _silos.AskAsync(() => _silos.Any<IAccessGrain>().ResolveAsync(asked), answers => answers.All(a => a.Denial != AccessDenial.NotReady));
}
