namespace DncActors.UnitTests.HouseRules;

/// <summary>The source tree that this test was built from.</summary>
public static class SourceTree
{
    static readonly Lazy<SourceFile[]> AllFiles = new(() => [.. ReadFiles()]);

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files => AllFiles.Value;

    public static IEnumerable<SourceFile> Product => Files.Where(f => !f.IsTest);

    /// <summary>Every project file, from the root, with forward slashes.</summary>
    public static IEnumerable<string> Projects => Find("*.csproj").Select(FromRoot).Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string FromRoot(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Every line of the files that the pattern is found in, as failures to print.</summary>
    public static IEnumerable<string> LinesWith(IEnumerable<SourceFile> files, Func<string, bool> isWrong) =>
        from file in files
        from line in file.Lines.Index()
        where isWrong(line.Item)
        select $"{file.At(line.Index)}: {line.Item.Trim()}";

    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void Nothing(IEnumerable<string> findings, string rule)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, $"{rule}\n{string.Join('\n', all)}");
    }

    static IEnumerable<string> Find(string pattern) =>
        new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Where(path => !FromRoot(path).Split('/').Any(part => part is "obj" or "bin" or "node_modules"));

    static IEnumerable<SourceFile> ReadFiles() =>
        from path in Find("*.cs").Order(StringComparer.Ordinal)
        let text = File.ReadAllText(path)
        select new SourceFile(FromRoot(path), text, text.TrimEnd('\n').Split('\n'));

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DncActors.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException($"No DncActors.sln above {AppContext.BaseDirectory}.");
    }
}
