using DncActors.Client.ContactPoints;

namespace DncActors.Client.Scrubs;

/// <summary>What is asked of every line of a file.</summary>
public sealed record ScrubOptions
{
    /// <summary>Call or sms for phones, email for emails. Default: call.</summary>
    public string Channel { get; init; } = ChannelNames.Call;

    /// <summary>The two-letter region in which a national phone is read. Default: the organization's.</summary>
    public string? Region { get; init; }

    /// <summary><see cref="DncMediaTypes.Csv"/> or <see cref="DncMediaTypes.NdJson"/>. Default: CSV.</summary>
    public string MediaType { get; init; } = DncMediaTypes.Csv;

    /// <summary>What is known of a CSV. Default: nothing, its first line says.</summary>
    public CsvAsked Csv { get; init; } = new();

    /// <summary>Only lines with this verdict (see <see cref="ContactChecks.VerdictNames"/>) are written, behind a header. Default: all of them.</summary>
    public string? Only { get; init; }

    /// <summary>How the column of the contact point is called.</summary>
    internal string Field => Channel == ChannelNames.Email ? ContactPointKindNames.Email : ContactPointKindNames.Phone;
}
