using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.Access;

namespace DncActors.Gateway.ContactChecks;

/// <summary>What a silo said of a phone in the same call as of the key.</summary>
/// <param name="Key">By whose organization and region the phone was read.</param>
sealed record CheckedAhead(SentKey Key, ulong Number, Channels Channel, CheckResult Result);
