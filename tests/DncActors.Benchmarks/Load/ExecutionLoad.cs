using System.Globalization;

namespace DncActors.Benchmarks.Load;

/// <summary>Executions over HTTP, each on a lead of its own, over one address or several, a thread for each of them.</summary>
static class ExecutionLoad
{
    /// <param name="begin">The first lead; the result's <see cref="WrkResult.Next"/> is the first that nobody touched.</param>
    public static Task<WrkResult> RunAsync(IReadOnlyList<Uri> addresses, BenchWorld world, long begin, int connections, TimeSpan length) =>
        Wrk.RunAsync(addresses[0], Script(addresses, world, begin), connections, length, addresses.Count);

    static string Script(IReadOnlyList<Uri> addresses, BenchWorld world, long begin) => $$"""
        local ports = { {{string.Join(", ", addresses.Select(a => a.Port.ToString(CultureInfo.InvariantCulture)))}} }
        local threads = {}
        function setup(thread)
          thread.addr = wrk.lookup("127.0.0.1", tostring(ports[#threads + 1]))[1]
          thread:set("lead", {{begin}} + #threads)
          table.insert(threads, thread)
        end
        function init(args)
          headers = { ["Authorization"] = "Bearer {{ServerProcess.Key}}", ["Content-Type"] = "application/json" }
        end
        function request()
          local path = string.format("/v1/leads/bench-%07d/actions/{{world.Action}}/executions", lead)
          lead = lead + {{addresses.Count}}
          return wrk.format("POST", path, headers, '{"note":"said stop"}')
        end
        function done(summary, latency, requests)
          local next = 0
          for _, thread in ipairs(threads) do next = math.max(next, thread:get("lead")) end
          print(string.format("next: %d", next))
        end
        """;
}
