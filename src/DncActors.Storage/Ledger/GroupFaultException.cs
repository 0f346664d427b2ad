namespace DncActors.Storage.Ledger;

/// <summary>A group was not written, or nobody knows whether it was.</summary>
/// <param name="ofTheRows">Nothing was written, for a reason that lies in one of its commits: the others may be tried without it.</param>
internal sealed class GroupFaultException(bool ofTheRows, Exception cause) : Exception(cause.Message, cause)
{
    public bool OfTheRows { get; } = ofTheRows;
}
