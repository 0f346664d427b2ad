using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace DncActors.Benchmarks.Peer;

/// <summary>The one action that the peer knows, as published; what its rows have in common is written beforehand.</summary>
sealed class PeerAction(IConfiguration settings)
{
    public const string Name = "Do Not Contact";
    public const string Category = "Compliance";
    public const string Reason = "asked not to be contacted";
    public const long WorkflowVersion = 1;

    public string Id { get; } = Required(settings, "action");

    public string Workflow { get; } = Required(settings, "workflow");

    public string From { get; } = Required(settings, "from");

    public string To { get; } = Required(settings, "to");

    string Move => $$"""
        "from":{"workflow":"{{Workflow}}","status":"{{From}}"},"to":{"workflow":"{{Workflow}}","status":"{{To}}"}
        """;

    public static string Flag(Guid execution, string actor, long at) =>
        $$"""{"execution":"{{execution}}","channels":7,"reason":"{{Reason}}","since":{{at}},"by":"{{actor}}"}""";

    public string Execution(string? note)
    {
        var said = note is null ? "" : $",\"note\":{Text(note)}";
        return $$"""
            {"actionName":"{{Name}}","category":"{{Category}}","workflowVersion":{{WorkflowVersion}},"to":{"workflow":"{{Workflow}}","status":"{{To}}"}{{said}}
            """;
    }

    public string Change(Guid execution) => $$"""
        {"execution":"{{execution}}","actionName":"{{Name}}",{{Move}}
        """;

    public static string Addition(string lead, Guid execution, string actor, long at) => $"""
        ,"reason":"{Reason}","lead":{Text(lead)},"execution":"{execution}","addedBy":"{actor}","addedAt":{at}
        """;

    static string Text(string text) => JsonSerializer.Serialize(text, PeerJson.Relaxed.String);

    static string Required(IConfiguration settings, string name) => settings[name] ?? throw new InvalidOperationException($"The peer needs --{name}.");
}
