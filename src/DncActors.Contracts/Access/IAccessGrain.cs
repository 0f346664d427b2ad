using System.Collections.Immutable;

namespace DncActors.Contracts.Access;

/// <summary>Who calls, by a silo's memory under its lease, for gateways: they ask for every request, because an answer that was kept could outlive a
/// revocation.</summary>
[Alias("dnc.IAccessGrain")]
public interface IAccessGrain : IGrainWithIntegerKey
{
    /// <summary>In the order asked.</summary>
    [ResponseTimeout("00:00:02"), Alias("Resolve")]
    Task<ImmutableArray<AccessAnswer>> ResolveAsync(ImmutableArray<AccessAsked> asked);
}
