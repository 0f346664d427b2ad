using DncActors.Domain.ContactPoints;
using DncActors.Domain.Leads;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;

namespace DncActors.Storage.Leads;

internal sealed record StoredFlag(Guid Execution, byte Channels, byte ContactPoints, string Reason, long Since, string By, long? ExpiresAt)
{
    public static StoredFlag Of(LeadFlag flag) => new(
        flag.ExecutionId, (byte)flag.Channels, (byte)flag.ContactPoints, flag.Reason, flag.Since.UtcTicks, flag.By, flag.ExpiresAt?.UtcTicks);

    public LeadFlag ToFlag() => new(
        Execution, (Channels)Channels, (ContactPointSelection)ContactPoints, Reason, StoredText.Time(Since), By, StoredText.Time(ExpiresAt));
}
