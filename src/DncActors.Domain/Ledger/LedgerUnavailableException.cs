namespace DncActors.Domain.Ledger;

/// <summary>The ledger could not say whether it was done. The same commit may be submitted again; until there is an answer, nothing may be reported.</summary>
[GenerateSerializer, Alias("dnc.LedgerUnavailableException")]
public sealed class LedgerUnavailableException : Exception
{
    public LedgerUnavailableException()
    {
    }

    public LedgerUnavailableException(string message)
        : base(message)
    {
    }

    public LedgerUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
