namespace DncActors.Benchmarks.Load;

/// <summary>Single contact checks over HTTP: of ten thousand phones every tenth is listed, and its block is answered with the reasons.</summary>
static class CheckLoad
{
    const int Connections = 64;
    const int Phones = 10_000;

    public static Task ListAsync(ServerProcess server) => BenchWorld.ImportAsync(
        server.Http, "/v1/dnc/entries/import", Phones / 10, i =>
            $$"""{"phone":"{{BenchWorld.Phone(i * 10)}}","channels":["call","sms"],"reason":"registry"}""" + "\n");

    /// <summary>What was answered, and the microseconds of the server's processor time that each took.</summary>
    public static async Task<(WrkResult Result, double Cpu)> RunAsync(ServerProcess server, string path, int seconds)
    {
        var cpu = server.Cpu;
        var result = await Wrk.RunAsync(server.Address, Script(path), Connections, TimeSpan.FromSeconds(seconds));
        return (result, (server.Cpu - cpu).TotalMicroseconds / result.Requests);
    }

    static string Script(string path) => $$"""
        local requests = {}
        local headers = { ["Authorization"] = "Bearer {{ServerProcess.Key}}" }
        local n = 0
        init = function(args)
          for i = 0, {{Phones - 1}} do
            requests[i] = wrk.format("GET", string.format("{{path}}?phone=%%2B%d&channel=call", 12010000000 + i), headers)
          end
        end
        request = function()
          n = (n + 7919) % {{Phones}}
          return requests[n]
        end
        """;
}
