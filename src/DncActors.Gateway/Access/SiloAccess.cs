using System.Collections.Immutable;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
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

    /// <summary>The same, and what they ask, where they may; see <see cref="AccessAnswer.Check"/>.</summary>
    internal ValueTask<AccessAnswer> ResolveAsync(ReadOnlyMemory<byte> keyHash, string? actingUserId, in CheckAsked check) =>
        _callers.AskAsync(new([.. keyHash.Span], actingUserId, check));

    Task<ImmutableArray<AccessAnswer>> ResolveAsync(ImmutableArray<AccessAsked> asked) =>
        _silos.AskAsync(() => _silos.Any<IAccessGrain>().ResolveAsync(asked), answers => answers.All(IsSure));

    static bool IsSure(AccessAnswer answer) => answer.Denial != AccessDenial.NotReady && answer.Check?.Verdict != CheckVerdict.Unsure;
}
