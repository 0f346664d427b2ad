using System.Diagnostics;
using System.Globalization;
using System.Text;
using DncActors.Benchmarks.Load;

namespace DncActors.Benchmarks.ContactChecks;

/// <summary>A batch of 10,000 phones, 10 % of them blocked, one request after the other over one connection: what the client waits, and what
/// processor time the server takes.</summary>
static class BatchesBenchmark
{
    const int Phones = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var requests = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
        await using var server = await ServerProcess.StartAsync();
        await BenchWorld.ImportAsync(
            server.Http, "/v1/dnc/entries/import", Phones / 10, i =>
                $$"""{"phone":"{{BenchWorld.Phone(i * 10)}}","channels":["call","sms"],"reason":"registry"}""" + "\n");
        var phones = string.Join(',', Enumerable.Range(0, Phones).Select(i => $"\"{BenchWorld.Phone(i)}\""));
        var body = Encoding.UTF8.GetBytes($$"""{"channel":"call","phones":[{{phones}}]}""");
        var waits = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            await SendAsync(server, body);
        }
        var cpu = server.Cpu;
        for (var i = 0; i < requests; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await SendAsync(server, body);
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        cpu = server.Cpu - cpu;
        waits.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"batch of {Phones:N0}: the client waits p50 {waits[requests / 2]:N2} ms, p99 {waits[requests * 99 / 100]:N2} ms;")
            + string.Create(CultureInfo.InvariantCulture, $" server CPU {cpu.TotalMilliseconds / requests:N2} ms; ")
            + string.Create(CultureInfo.InvariantCulture, $"{Phones * 1_000 / waits[requests / 2]:N0} phones/s over one connection"));
        return 0;
    }

    static async Task SendAsync(ServerProcess server, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await server.Http.PostAsync("/v1/contact-checks/batch", content);
        var text = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || text.AsSpan().IndexOf("\"blocked\":1000,"u8) < 0)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(text.AsSpan(0, Math.Min(500, text.Length))));
        }
    }
}
