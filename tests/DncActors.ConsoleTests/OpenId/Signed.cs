namespace DncActors.ConsoleTests.OpenId;

/// <summary>How a token is signed.</summary>
enum Signed
{
    ByTheProvider,
    ByAnotherKey,
    BySharedSecret,
    NotAtAll,
}
