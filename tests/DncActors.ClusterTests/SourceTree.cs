namespace DncActors.ClusterTests;

/// <summary>The source tree that these tests were built from.</summary>
public static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string Artifacts => Path.Combine(Root, "artifacts");

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DncActors.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the source tree.");
        }
        return folder.FullName;
    }
}
