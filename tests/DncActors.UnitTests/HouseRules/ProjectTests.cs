using System.Xml.Linq;

namespace DncActors.UnitTests.HouseRules;

public sealed class ProjectTests
{
    /// <summary>Who may use whom, and which packages. Nothing calls back up: a project that is not in its reader's row is out of reach.</summary>
    static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["src/DncActors.Domain"] = ([], ["Microsoft.Orleans.Sdk", "libphonenumber-csharp"]),
        ["src/DncActors.Contracts"] = (["Domain"], ["Microsoft.Orleans.Sdk"]),
        ["src/DncActors.Grains"] = (["Domain", "Contracts"], ["Microsoft.Orleans.Server"]),
        ["src/DncActors.Storage"] = (
            ["Domain"],
            ["Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "dbup-core", "dbup-sqlite", "dbup-postgresql", "Npgsql"]),
        ["src/DncActors.Client"] = ([], ["Google.Protobuf", "Grpc.Net.Client", "Grpc.Tools"]),
        ["src/DncActors.Gateway"] = (
            ["Domain", "Contracts", "Client"],
            ["Grpc.AspNetCore.Server", "Microsoft.AspNetCore.OpenApi", "Polly.Core", "Scalar.AspNetCore", "Sylvan.Data.Csv"]),
        ["src/DncActors.Console"] = (["Client"], ["Microsoft.AspNetCore.Authentication.OpenIdConnect", "MudBlazor"]),
        ["src/DncActors.Command"] = (["Client"], ["Spectre.Console", "System.CommandLine"]),
        ["src/DncActors.Host"] = (
            ["Domain", "Contracts", "Grains", "Storage", "Client", "Gateway", "Console"],
            [
                "Microsoft.Orleans.Server", "Microsoft.Orleans.Client", "Microsoft.Orleans.Persistence.AdoNet", "Microsoft.Orleans.Clustering.AdoNet",
                "Microsoft.Orleans.Dashboard", "OpenTelemetry.*",
            ]),
    };

    [Fact]
    public void A_project_uses_only_what_it_may() => SourceTree.Nothing(
        from project in SourceTree.Projects
        where project.StartsWith("src/", StringComparison.Ordinal)
        let rule = Allowed.GetValueOrDefault(FolderOf(project))
        from finding in rule.Projects is null
            ? ["stands in no row of the table of who may use whom"]
            : References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Select(name => name!.Replace("DncActors.", ""))
                .Except(rule.Projects).Select(name => $"uses DncActors.{name}")
                .Concat(References(project, "PackageReference").Where(package => !rule.Packages.Any(a => Covers(a, package))).Select(name => $"uses {name}"))
        select $"{project} {finding}",
        "Who may use whom.");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = SourceTree.Read("DncActors.sln").Replace('\\', '/');
        SourceTree.Nothing(
            SourceTree.Projects.Where(project => !solution.Contains($"\"{project}\"")),
            "What is not in the solution is not built, and not tested.");
    }

    [Fact]
    public void Versions_stand_in_one_place() => SourceTree.Nothing(
        from project in SourceTree.Projects
        from package in XDocument.Parse(SourceTree.Read(project)).Descendants("PackageReference")
        where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
        select $"{project}: {package.Attribute("Include")?.Value}",
        "Package versions stand in Directory.Packages.props.");

    [Fact]
    public void Every_project_is_built_strictly_and_without_the_banned_symbols()
    {
        var root = SourceTree.Read("Directory.Build.props");
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", root);
        Assert.Contains("<Nullable>enable</Nullable>", root);
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", root);
        Assert.Contains("BannedSymbols.txt", root);
        Assert.Contains("GetPathOfFileAbove('Directory.Build.props'", SourceTree.Read("tests/Directory.Build.props"));

        string[] loosening = ["TreatWarningsAsErrors", "WarningsNotAsErrors", "RunAnalyzers", "RS0030", "<Nullable>", "Files Remove", "Reference Remove"];
        SourceTree.Nothing(
            from project in SourceTree.Projects
            let text = SourceTree.Read(project)
            from word in loosening
            where text.Contains(word, StringComparison.Ordinal)
            select $"{project}: {word}",
            "No project loosens the rules for itself.");
    }

    [Fact]
    public void At_most_ten_rules_are_set_differently_each_with_its_reason()
    {
        var lines = SourceTree.Read(".editorconfig").Split('\n').TakeWhile(line => line != "[tests/**.cs]").ToArray();
        var off = lines.Index().Where(l => IsRule(l.Item) && l.Item.EndsWith("none", StringComparison.Ordinal)).ToArray();

        Assert.InRange(off.Length, 0, 10);
        SourceTree.Nothing(
            from rule in off
            let above = lines.Take(rule.Index).Reverse().SkipWhile(IsRule).First()
            where !above.StartsWith("# ", StringComparison.Ordinal)
            select $".editorconfig:{rule.Index + 1}: {rule.Item}",
            "A rule that is switched off says why.");
    }

    static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(SourceTree.Read(project)).Descendants(kind).Select(e => e.Attribute("Include")?.Value.Replace('\\', '/')).OfType<string>();

    static bool IsRule(string line) => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal);

    static string FolderOf(string project) => project[..project.LastIndexOf('/')];

    static bool Covers(string allowed, string package) =>
        allowed.EndsWith('*') ? package.StartsWith(allowed[..^1], StringComparison.Ordinal) : package == allowed;
}
