namespace DncActors.Contracts.Nodes;

/// <summary>What a silo says of itself and does for gateways' answers.</summary>
[Alias("dnc.INodeGrain")]
public interface INodeGrain : IGrainWithIntegerKey
{
    /// <summary>Null when the silo may answer; else what is missing.</summary>
    [ResponseTimeout("00:00:02"), Alias("WhyNot")]
    Task<string?> WhyNotAsync();

    /// <summary>Returns when every node that may answer "allowed" has applied the log up to this sequence.</summary>
    /// <exception cref="Domain.Ledger.LedgerUnavailableException">That could not be made sure of in time.</exception>
    [Alias("Acknowledge")]
    Task AcknowledgeAsync(long sequence);
}
