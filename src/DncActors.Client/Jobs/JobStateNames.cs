namespace DncActors.Client.Jobs;

/// <summary>How far a job is.</summary>
public static class JobStateNames
{
    public const string Running = "running";
    public const string Done = "done";

    /// <summary>It stands still; <see cref="JobModel.Error"/> says why.</summary>
    public const string Failed = "failed";

    public static IReadOnlyList<string> All { get; } = [Running, Done, Failed];
}
