using System.Globalization;

namespace DncActors.Benchmarks.Load;

/// <summary>Single contact checks over HTTP: every tenth phone is listed, and its block is answered with the reasons.</summary>
static class CheckLoad
{
    const int Connections = 64;

    /// <summary>A short list, for what does not depend on its length.</summary>
    static readonly Listing Short = new(1_000, 10_000);

    public static Task ListAsync(ServerProcess server) => Short.ImportAsync(server);

    public static Task<(WrkResult Result, double Cpu)> RunAsync(ServerProcess server, string path, int seconds, int connections = Connections) =>
        RunAsync(server, Short, path, seconds, connections);

    /// <summary>What was answered, and the microseconds of the server's processor time that each took.</summary>
    public static Task<(WrkResult Result, double Cpu)> RunAsync(ServerProcess server, Listing listing, string path, int seconds) =>
        RunAsync(server, listing, path, seconds, Connections);

    static async Task<(WrkResult Result, double Cpu)> RunAsync(ServerProcess server, Listing listing, string path, int seconds, int connections)
    {
        var cpu = server.Cpu;
        var result = await Wrk.RunAsync(server.Address, Script(listing, path), connections, TimeSpan.FromSeconds(seconds));
        return (result, (server.Cpu - cpu).TotalMicroseconds / result.Requests);
    }

    public static string Query(long number) => string.Create(CultureInfo.InvariantCulture, $"?phone=%2B{number}&channel=call");

    static string Script(Listing listing, string path) => $$"""
        local requests = {}
        local headers = { ["Authorization"] = "Bearer {{ServerProcess.Key}}" }
        local n = 0
        init = function(args)
          for i = 0, {{listing.Asked - 1}} do
            requests[i] = wrk.format("GET", string.format("{{path}}?phone=%%2B%d&channel=call", {{Listing.First}} + i * {{listing.Stride}}), headers)
          end
        end
        request = function()
          n = (n + 7919) % {{listing.Asked}}
          return requests[n]
        end
        """;
}
