namespace DncActors.Console.Imports;

/// <summary>What is imported, and how that is said.</summary>
/// <param name="One">What one line is called.</param>
/// <param name="WouldDo">What the dry run says of the good lines: "would be made".</param>
/// <param name="WasDone">What the import says of them: "made".</param>
/// <param name="Help">Which columns there are.</param>
/// <param name="Example">The first lines of a file.</param>
public sealed record ImportPlan(string Title, string One, string WouldDo, string WasDone, string Help, string Example, SendImport Send)
{
    /// <summary>"entry" is not "entrys".</summary>
    public string Many { get; init; } = One + "s";

    /// <summary>What the file has to name, as it is called and as it is written. Default: nothing.</summary>
    public IReadOnlyList<(string Name, string Written)> Names { get; init; } = [];
}
