namespace DncActors.Domain.Workflows;

/// <summary>What a status means to the system, whatever it is called. The numbers are stored.</summary>
public enum SystemStatus : byte
{
    New = 0,
    Active = 1,
    Nurture = 2,
    Won = 3,
    Dead = 4,
}
