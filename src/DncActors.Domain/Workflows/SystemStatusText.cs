namespace DncActors.Domain.Workflows;

/// <summary>System statuses as the contract writes them.</summary>
public static class SystemStatusText
{
    /// <summary>Every name, for a sentence.</summary>
    public static string Names { get; } = string.Join(", ", Enum.GetValues<SystemStatus>().Select(Of));

    /// <summary><c>new</c>, <c>active</c>, <c>nurture</c>, <c>won</c> or <c>dead</c>; a number that is none of them stays a number.</summary>
    public static string Of(SystemStatus status) => status switch
    {
        SystemStatus.New => "new",
        SystemStatus.Active => "active",
        SystemStatus.Nurture => "nurture",
        SystemStatus.Won => "won",
        SystemStatus.Dead => "dead",
        _ => status.ToString("D"),
    };

    /// <summary>What the contract calls it, in small letters; null for any other word.</summary>
    public static SystemStatus? Read(string word) => Enum.GetValues<SystemStatus>().Where(s => Of(s) == word).Select(s => (SystemStatus?)s).FirstOrDefault();
}
