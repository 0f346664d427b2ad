namespace DncActors.Client.Scrubs;

/// <summary>What is said of a CSV beforehand. What is not said is found out from its first line.</summary>
public sealed record CsvAsked
{
    /// <summary>
    /// The column of the contact point: its name, its number from 1, or several numbers with a plus between them (<c>1+2</c>) where an area code has a column
    /// of its own. Default: the column named <c>phone</c> or <c>email</c>, else the first.
    /// </summary>
    public string? Column { get; init; }

    /// <summary>What stands between fields. Default: whichever of comma, semicolon, tab and bar stands most often in the first line.</summary>
    public byte? Delimiter { get; init; }

    /// <summary>Whether the first line names the columns. Default: it does when one of them is found by its name, or when it holds nothing to check.</summary>
    public bool? HasHeader { get; init; }
}
