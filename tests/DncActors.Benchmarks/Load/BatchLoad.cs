namespace DncActors.Benchmarks.Load;

/// <summary>Batches of ten thousand phones over HTTP, every tenth of them listed.</summary>
static class BatchLoad
{
    public const int Phones = 10_000;

    const int Connections = 4;

    public static async Task<(WrkResult Result, double Cpu)> RunAsync(ServerProcess server, Listing listing, string path, int seconds)
    {
        var cpu = server.Cpu;
        var result = await Wrk.RunAsync(server.Address, Script(listing, path), Connections, TimeSpan.FromSeconds(seconds));
        return (result, (server.Cpu - cpu).TotalMicroseconds / result.Requests);
    }

    public static string Body(Listing listing, int batch)
    {
        var phones = Enumerable.Range(batch * Phones, Phones).Select(i => $"\"{Listing.Text(listing.AskedNumber(i))}\"");
        return $$"""{"channel":"call","phones":[{{string.Join(',', phones)}}]}""";
    }

    /// <summary>Each request has another part of the phones that are asked for.</summary>
    static string Script(Listing listing, string path) => $$"""
        local requests = {}
        local headers = { ["Authorization"] = "Bearer {{ServerProcess.Key}}", ["Content-Type"] = "application/json" }
        local n = 0
        init = function(args)
          for b = 0, {{(listing.Asked / Phones) - 1}} do
            local phones = {}
            for i = 0, {{Phones - 1}} do
              phones[i + 1] = string.format('"+%d"', {{Listing.First}} + (b * {{Phones}} + i) * {{listing.Stride}})
            end
            requests[b] = wrk.format("POST", "{{path}}", headers, '{"channel":"call","phones":[' .. table.concat(phones, ",") .. ']}')
          end
        end
        request = function()
          n = (n + 1) % {{listing.Asked / Phones}}
          return requests[n]
        end
        """;
}
