namespace DncActors.Client.Workflows;

/// <summary>What a status means to the system: where in the life of a lead it lies.</summary>
public static class SystemStatusNames
{
    public const string New = "new";
    public const string Active = "active";
    public const string Nurture = "nurture";
    public const string Won = "won";
    public const string Dead = "dead";

    public static IReadOnlyList<string> All { get; } = [New, Active, Nurture, Won, Dead];
}
