namespace DncActors.Client.Scrubs;

/// <summary>Some whole lines of a file, sent as a scrub of their own.</summary>
/// <param name="Csv">How they are to be read: as the whole file's first line said.</param>
/// <param name="HasHeader">The first of them names the columns.</param>
sealed record ScrubPart(ReadOnlyMemory<byte> Lines, CsvAsked Csv, bool HasHeader);
