using System.Globalization;
using System.Text;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.Files;

/// <summary>A CSV file of phones in E.164, each with a lead's id; every tenth phone is listed. The same numbers make the same file.</summary>
/// <param name="Lines">Without the header.</param>
sealed record PhoneFile(int Lines, int Entries)
{
    public const string Header = "phone,lead";

    /// <summary>Far from its neighbours in the list, as lines of a file are.</summary>
    const long Step = 7919;

    public Listing Listing { get; } = new(Entries, Lines);

    public async Task MakeAsync(string path)
    {
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        await writer.WriteLineAsync(Header);
        for (var line = 0; line < Lines; line++) await writer.WriteLineAsync(Line(line));
    }

    /// <summary>Reads what came out: the same lines, in the same order where it was kept, each with the verdict that it must have.</summary>
    /// <exception cref="InvalidOperationException">A line is not what it must be.</exception>
    public async Task VerifyAsync(string path, bool inOrder)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, false, 1 << 20);
        if (await reader.ReadLineAsync() is not { } header || !header.StartsWith(Header, StringComparison.Ordinal))
            throw new InvalidOperationException("The header is missing.");
        for (var line = 0; line < Lines; line++)
        {
            var expected = Answer(line);
            var read = await reader.ReadLineAsync();
            if (!inOrder && LineOf(read) is { } of) expected = Answer(of);
            if (read != expected) throw new InvalidOperationException($"Line {line} is '{read}' and not '{expected}'.");
        }
        if (await reader.ReadLineAsync() is not null) throw new InvalidOperationException("There are too many lines.");
    }

    /// <summary>By the lead's id, L and eight digits; null where there is none.</summary>
    static int? LineOf(string? read) =>
        read?.IndexOf('L', StringComparison.Ordinal) is > 0 and var at && int.TryParse(read.AsSpan(at + 1).Slice(0, 8), out var line) ? line : null;

    string Answer(int line) => Line(line) + (Listing.IsListed(Number(line)) ? ",blocked,dnc.entry" : ",allowed,");

    string Line(int line) => string.Create(CultureInfo.InvariantCulture, $"+{Number(line)},L{line:D8}");

    long Number(int line) => Listing.AskedNumber((int)(line * Step % Lines));
}
