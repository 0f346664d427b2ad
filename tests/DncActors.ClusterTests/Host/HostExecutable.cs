namespace DncActors.ClusterTests.Host;

/// <summary>The host as it is deployed, where <c>DNC_HOST</c> says where that is; else as it was built beside these tests, configured as they are.</summary>
public static class HostExecutable
{
    public static string Dll { get; } = Find();

    static string Find()
    {
        if (Environment.GetEnvironmentVariable("DNC_HOST") is { Length: > 0 } published) return published;
        // artifacts/bin/DncActors.ClusterTests/release/ -> artifacts/bin/DncActors.Host/release/
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var dll = Path.Combine(here.Parent!.Parent!.FullName, "DncActors.Host", here.Name, "DncActors.Host.dll");
        return File.Exists(dll) ? dll : throw new FileNotFoundException("The host was not built.", dll);
    }
}
