using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Crash;

/// <summary>
/// Clients that go on through every crash: executions, imports of entries and of leads, and checks of what they touch, by phone, email, lead and batch.
/// Each records what it was told. A change without an answer goes to <see cref="Doubts"/>.
/// </summary>
public sealed class CrashWorkload(CrashWorld world, History history, int seed)
{
    public const int EntriesOfAnImport = 50;
    public const int LeadsOfAnImport = 20;

    int nextLead;
    int nextImport;

    public ConcurrentQueue<Doubt> Doubts { get; } = new();

    public ConcurrentDictionary<int, string> Executed { get; } = new();

    public ConcurrentDictionary<int, Doubt> Imported { get; } = new();

    /// <summary>No lead is left; a few clients that have asked before may still take one each.</summary>
    public bool IsThroughAll => Begun >= world.Leads - 100;

    public int Begun => Volatile.Read(ref nextLead);

    public static string EntryPhone(int import, int i) => $"+1303{(import * EntriesOfAnImport) + i:D7}";

    public static string ImportedLead(int import, int i) => $"late-{import:D5}-{i:D2}";

    public static string ImportedLeadPhone(int import, int i) => $"+1404{(import * LeadsOfAnImport) + i:D7}";

    /// <summary>Runs all clients against this host until it is gone or they are told to stop.</summary>
    public async Task RunAsync(Api api, CancellationToken stop)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] clients =
        [
            .. Enumerable.Range(0, 6).Select(_ => UntilGoneAsync(gone, () => ExecuteNextAsync(api))),
            UntilGoneAsync(gone, () => ImportNextAsync(api)),
            .. Enumerable.Range(0, 3).Select(n => new Random(seed + n))
                .Select(random => UntilGoneAsync(gone, () => CheckSomethingAsync(api, random))),
        ];
        await Task.WhenAll(clients);
    }

    public async Task ExecuteAsync(Api api, int lead)
    {
        Answer answer;
        try
        {
            answer = await api.PostAsync($"/v1/leads/{CrashWorld.LeadId(lead)}/actions/{world.ActionId}/executions", new { note = "stop" }, $"crash-{lead}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Doubts.Enqueue(new(DoubtKind.Execution, lead));
            throw;
        }
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
        {
            Doubts.Enqueue(new(DoubtKind.Execution, lead));
            return;
        }
        Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.OK, answer.Text);
        history.Acknowledge($"the execution on {CrashWorld.LeadId(lead)}", CrashWorld.Points(lead));
        var known = Executed.GetOrAdd(lead, answer.Id);
        Assert.Equal(known, answer.Id);
        // Right behind the acknowledgement is where a wrong "allowed" is likeliest.
        await CheckAsync(api, CrashWorld.PhoneA(lead));
    }

    public async Task ImportAsync(Api api, Doubt import)
    {
        var points = PointsOf(import);
        Answer answer;
        try
        {
            answer = import.Kind == DoubtKind.EntryImport
                ? await api.PostTextAsync("/v1/dnc/entries/import", EntryLines(import.Lead), "application/x-ndjson", $"entries-{import.Lead}")
                : await api.PostTextAsync("/v1/leads/import", LeadLines(import.Lead), "application/x-ndjson", $"leads-{import.Lead}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Doubts.Enqueue(import);
            throw;
        }
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
        {
            Doubts.Enqueue(import);
            return;
        }
        answer.Expect(HttpStatusCode.OK);
        Assert.True(answer["accepted"].GetInt32() == points.Length, $"{import}: {answer.Text}");
        history.Acknowledge(import.ToString(), points);
        Imported[import.Lead] = import;
        await CheckAsync(api, points[^1]);
    }

    /// <summary>The contact points that are blocked once the import is acknowledged: leads are imported into the dead status.</summary>
    public static string[] PointsOf(Doubt import) => import.Kind == DoubtKind.EntryImport
        ? [.. Enumerable.Range(0, EntriesOfAnImport).Select(i => EntryPhone(import.Lead, i))]
        : [.. Enumerable.Range(0, LeadsOfAnImport).Select(i => ImportedLeadPhone(import.Lead, i))];

    public async Task CheckAsync(Api api, string point)
    {
        var phone = point[0] == '+';
        var invokedAt = History.Now;
        var answer = phone
            ? await api.GetAsync($"/v1/contact-checks?phone={Uri.EscapeDataString(point)}&channel=call")
            : await api.GetAsync($"/v1/contact-checks?email={Uri.EscapeDataString(point)}&channel=email");
        Record(answer, point, $"a check by {(phone ? "phone" : "email")} at {api}", invokedAt);
    }

    public async Task ExecuteNextAsync(Api api)
    {
        var lead = Interlocked.Increment(ref nextLead) - 1;
        Assert.True(lead < world.Leads, "The crash world has too few leads for this run.");
        await ExecuteAsync(api, lead);
    }

    public Task ImportNextAsync(Api api)
    {
        var import = Interlocked.Increment(ref nextImport) - 1;
        return ImportAsync(api, new(import % 2 == 0 ? DoubtKind.EntryImport : DoubtKind.LeadImport, import));
    }

    /// <summary>A check of something that is about to be blocked or was not long ago.</summary>
    public async Task CheckSomethingAsync(Api api, Random random)
    {
        var lead = random.Next(0, Math.Max(1, Begun + 5));
        switch (random.Next(4))
        {
            case 0:
                await CheckAsync(api, CrashWorld.PhoneB(lead));
                break;
            case 1:
                await CheckAsync(api, CrashWorld.Email(lead));
                break;
            case 2:
                var byLead = History.Now;
                var answer = await api.GetAsync($"/v1/contact-checks?leadId={CrashWorld.LeadId(lead)}&channel=call");
                Record(answer, CrashWorld.PhoneA(lead), $"a check by lead at {api}", byLead);
                break;
            default:
                await CheckBatchAsync(api, [.. Enumerable.Range(lead, 20).Select(CrashWorld.PhoneA)]);
                break;
        }
    }

    async Task CheckBatchAsync(Api api, string[] phones)
    {
        var invokedAt = History.Now;
        var answer = await api.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones });
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
        {
            return;
        }
        var verdicts = answer.Expect(HttpStatusCode.OK)["verdicts"];
        for (var i = 0; i < phones.Length; i++)
        {
            history.Check(phones[i], $"a batch at {api}", invokedAt, verdicts[i].GetString() == "allowed");
        }
    }

    void Record(Answer answer, string point, string how, long invokedAt)
    {
        // Not sure is an answer too: the safe one.
        if (answer.Status != HttpStatusCode.ServiceUnavailable)
        {
            history.Check(point, how, invokedAt, answer.Expect(HttpStatusCode.OK)["allowed"].GetBoolean());
        }
    }

    static string EntryLines(int import)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < EntriesOfAnImport; i++)
        {
            lines.Append($$"""{"phone":"{{EntryPhone(import, i)}}","channels":["call","sms"],"reason":"import {{import}}"}""").Append('\n');
        }
        return lines.ToString();
    }

    string LeadLines(int import)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < LeadsOfAnImport; i++)
        {
            lines.Append(CrashWorld.Line(ImportedLead(import, i), world.WorkflowId, world.DeadStatusId, [ImportedLeadPhone(import, i)]));
        }
        return lines.ToString();
    }

    /// <summary>Goes on until the host is gone, which shows in a broken connection; then every other client stops too.</summary>
    static async Task UntilGoneAsync(CancellationTokenSource gone, Func<Task> step)
    {
        while (!gone.IsCancellationRequested)
        {
            try
            {
                await step();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                await gone.CancelAsync();
            }
        }
    }
}
