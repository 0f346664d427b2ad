namespace DncActors.Command.Scrubs;

/// <summary>What the command ends with.</summary>
static class ExitCodes
{
    internal const int Done = 0;
    internal const int Failed = 1;
    internal const int Usage = 2;
    internal const int SomeBlocked = 3;
}
