namespace DncActors.Client.Diagnostics;

/// <summary>The questions that diagnostics answer.</summary>
public static class DiagnosticTopicNames
{
    /// <summary>Is the lead contactable?</summary>
    public const string Contact = "contact";

    /// <summary>Is the action shown to that user?</summary>
    public const string Shown = "shown";

    /// <summary>Can the action be copied there?</summary>
    public const string Copied = "copied";

    /// <summary>Can the action run?</summary>
    public const string Run = "run";

    /// <summary>In which reports does the lead show?</summary>
    public const string Report = "report";

    /// <summary>Do the user groups follow the workflow?</summary>
    public const string UserGroups = "userGroups";

    public static IReadOnlyList<string> All { get; } = [Contact, Shown, Copied, Run, Report, UserGroups];
}
