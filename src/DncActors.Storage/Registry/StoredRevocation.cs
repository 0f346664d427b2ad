using DncActors.Domain.Registry;
using DncActors.Storage.Json;

namespace DncActors.Storage.Registry;

internal sealed record StoredRevocation(long At, string By, string Reason, string? Evidence, Guid? Execution)
{
    public static StoredRevocation Of(Revocation revocation) => new(
        revocation.At.UtcTicks, revocation.By, revocation.Reason, revocation.Evidence, revocation.ExecutionId);

    public Revocation ToRevocation() => new(StoredText.Time(At), By, Reason, Evidence, Execution);
}
