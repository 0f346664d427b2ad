namespace DncActors.UnitTests.Leases;

/// <summary>What a message is about.</summary>
enum SimSort
{
    Load,
    Follow,
    Write,
    Take,
    ReadHead,
    Renew,
    Delete,
    ReadRows,
    Push,
    Revoke,
    Own,
}
