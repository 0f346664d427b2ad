using System.Text.RegularExpressions;

namespace DncActors.UnitTests.HouseRules;

public sealed partial class NamingTests
{
    /// <summary>Names of technical kinds; a folder is named for what the user knows.</summary>
    static readonly string[] BannedFolders = ["Services", "Helpers", "Managers", "Utils", "Utilities", "Models", "Common", "Misc", "Shared"];

    /// <summary>Suffixes that say nothing, each the start of a drawer for everything.</summary>
    static readonly string[] BannedSuffixes = ["Helper", "Helpers", "Manager", "Util", "Utils", "Service"];

    [Fact]
    public void Folders_are_named_for_what_the_user_knows() => SourceTree.Nothing(
        from file in SourceTree.Files
        let folder = file.Path.Split('/').SkipLast(1).FirstOrDefault(part => BannedFolders.Contains(part, StringComparer.OrdinalIgnoreCase))
        where folder is not null
        select $"{file.Path}: {folder}",
        "No folder is named for a technical kind.");

    [Fact]
    public void Types_are_named_for_what_they_are() => SourceTree.Nothing(
        from file in SourceTree.Product
        let name = Path.GetFileName(file.Path).Split('.')[0]
        where BannedSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal))
        select file.Path,
        $"No type is called {string.Join(", ", BannedSuffixes)}.");

    [Fact]
    public void A_namespace_follows_its_folder() => SourceTree.Nothing(
        from file in SourceTree.Files
        let declared = Namespace().Match(file.Text)
        where declared.Success
        let folder = string.Join('.', file.Path.Split('/').Skip(1).SkipLast(1))
        where declared.Groups["name"].Value != folder
        select $"{file.Path}: {declared.Groups["name"].Value} instead of {folder}",
        "The namespace is the folder's.");

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
