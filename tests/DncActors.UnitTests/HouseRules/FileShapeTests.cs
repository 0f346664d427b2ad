using System.Text.RegularExpressions;

namespace DncActors.UnitTests.HouseRules;

public sealed partial class FileShapeTests
{
    const int MostLines = 500;
    const int UsualLines = 250;
    const int MostLinesOfAMethod = 60;
    const int MostColumns = 160;

    [Fact]
    public void A_file_has_one_public_type_and_its_name() => SourceTree.Nothing(
        from file in SourceTree.Files
        let types = PublicType().Matches(file.Text).Select(m => m.Groups["name"].Value).Distinct().ToArray()
        let name = Path.GetFileName(file.Path).Split('.')[0]
        where types.Length > 1 || (types.Length == 1 && types[0] != name)
        select $"{file.Path}: {string.Join(", ", types)}",
        "One public type a file, and the file is named for it.");

    [Fact]
    public void No_file_is_long_and_most_are_short()
    {
        SourceTree.Nothing(
            from file in SourceTree.Files
            where file.Lines.Length > MostLines
            select $"{file.Path}: {file.Lines.Length} lines",
            $"No file has more than {MostLines} lines.");

        foreach (var files in SourceTree.Files.GroupBy(f => f.IsTest))
        {
            var lengths = files.Select(f => f.Lines.Length).Order().ToArray();
            var p95 = lengths[(int)((lengths.Length - 1) * 0.95)];
            Assert.True(p95 <= UsualLines, $"95 % of the files {(files.Key ? "of tests" : "of src")} have at most {p95} lines; it should be {UsualLines}.");
        }
    }

    [Fact]
    public void No_line_is_longer_than_a_screen() => SourceTree.Nothing(
        SourceTree.LinesWith(SourceTree.Files, line => line.Length > MostColumns),
        $"Lines have at most {MostColumns} characters.");

    [Fact]
    public void No_method_is_longer_than_a_page() => SourceTree.Nothing(
        from file in SourceTree.Files
        from body in Bodies(file)
        where body.Lines > MostLinesOfAMethod
        select $"{file.At(body.Start)}: {body.Lines} lines",
        $"Methods have at most {MostLinesOfAMethod} lines.");

    /// <summary>Members of a top-level type: with file-scoped namespaces their braces stand at one indent. Nested types are not methods.</summary>
    static IEnumerable<(int Start, int Lines)> Bodies(SourceFile file)
    {
        var start = -1;
        for (var i = 1; i < file.Lines.Length; i++)
        {
            var line = file.Lines[i];
            if (line == "    {" && !NestedType().IsMatch(file.Lines[i - 1]))
            {
                start = i;
            }
            else if (line is "    }" or "    };" && start >= 0)
            {
                yield return (start, i - start - 1);
                start = -1;
            }
        }
    }

    [GeneratedRegex(
        @"^public (?:(?:sealed|static|abstract|readonly|partial|ref|unsafe) )*"
        + @"(?:class|record struct|record|struct|interface|enum|delegate [\w<>\[\], ]+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\b")]
    private static partial Regex NestedType();
}
