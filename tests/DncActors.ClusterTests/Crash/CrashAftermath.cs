using System.Net;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Crash;

/// <summary>What must hold after a restart, and at the end: all or nothing, nothing twice, everything acknowledged.</summary>
public sealed class CrashAftermath(CrashWorld world, CrashWorkload workload)
{
    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    /// <summary>Looks at everything that was in doubt: whole or not there. Then repeats it under its key, which must end as one.</summary>
    public async Task SettleAsync(Api api)
    {
        var doubts = new List<Doubt>();
        while (workload.Doubts.TryDequeue(out var doubt))
        {
            doubts.Add(doubt);
        }
        await Parallel.ForEachAsync(doubts.Distinct(), AtOnce, async (doubt, _) =>
        {
            if (doubt.Kind == DoubtKind.Execution)
            {
                await WholeOrNotThereAsync(api, doubt.Lead);
                await workload.ExecuteAsync(api, doubt.Lead);
            }
            else
            {
                await AllOrNoneBlockedAsync(api, CrashWorkload.PointsOf(doubt), doubt.ToString());
                await workload.ImportAsync(api, doubt);
            }
        });
    }

    /// <summary>The final sweep over everything that was acknowledged.</summary>
    public async Task SweepAsync(Api api)
    {
        var told = await ToldAsync(api);
        await Parallel.ForEachAsync(workload.Executed, AtOnce, async (executed, _) =>
        {
            var (lead, execution) = executed;
            var id = CrashWorld.LeadId(lead);
            Assert.True(await IsWholeAsync(api, lead), $"{id} was acknowledged as blocked and is not whole");
            var history = (await api.GetAsync($"/v1/leads/{id}/history")).Expect(HttpStatusCode.OK)["items"];
            Assert.True(history.GetArrayLength() == 1, $"{id} has {history.GetArrayLength()} executions");
            Assert.Equal(execution, history[0].GetProperty("id").GetString());
            Assert.True(told.GetValueOrDefault(id) == 1, $"the log tells {told.GetValueOrDefault(id)} times of the execution on {id}");
        });
        foreach (var import in workload.Imported.Values)
        {
            var blocked = await CountBlockedAsync(api, CrashWorkload.PointsOf(import));
            Assert.True(blocked == CrashWorkload.PointsOf(import).Length, $"{import}: only {blocked} are blocked");
        }
    }

    async Task WholeOrNotThereAsync(Api api, int lead)
    {
        var id = CrashWorld.LeadId(lead);
        var whole = await IsWholeAsync(api, lead);
        if (whole)
        {
            return;
        }
        var statusId = (await api.GetAsync($"/v1/leads/{id}")).Expect(HttpStatusCode.OK)["statusId"].GetString();
        var executions = (await api.GetAsync($"/v1/leads/{id}/history")).Expect(HttpStatusCode.OK)["items"].GetArrayLength();
        var entries = (await api.GetAsync($"/v1/dnc/entries?leadId={id}")).Expect(HttpStatusCode.OK)["items"].GetArrayLength();
        var audit = (await api.GetAsync($"/v1/audit?leadId={id}")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Count(r => r.GetProperty("type").GetString() is "lead.doNotContact" or "lead.moved");
        Assert.True(
            statusId == world.NewStatusId && executions == 0 && entries == 0 && audit == 0,
            $"{id} is half done: status {statusId}, {executions} executions, {entries} entries, {audit} changes");
    }

    async Task<bool> IsWholeAsync(Api api, int lead)
    {
        var id = CrashWorld.LeadId(lead);
        var statusId = (await api.GetAsync($"/v1/leads/{id}")).Expect(HttpStatusCode.OK)["statusId"].GetString();
        if (statusId != world.DeadStatusId)
        {
            return false;
        }
        var executions = (await api.GetAsync($"/v1/leads/{id}/history")).Expect(HttpStatusCode.OK)["items"].GetArrayLength();
        var entries = (await api.GetAsync($"/v1/dnc/entries?leadId={id}")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Count(e => e.GetProperty("source").GetString() == "action");
        var blocked = 0;
        foreach (var point in CrashWorld.Points(lead))
        {
            var query = point[0] == '+' ? $"phone={Uri.EscapeDataString(point)}&channel=sms" : $"email={Uri.EscapeDataString(point)}&channel=email";
            blocked += (await api.GetAsync($"/v1/contact-checks?{query}")).Expect(HttpStatusCode.OK)["allowed"].GetBoolean() ? 0 : 1;
        }
        Assert.True(
            executions == 1 && entries == CrashWorld.PointsOfALead && blocked == CrashWorld.PointsOfALead,
            $"{id} moved, but has {executions} executions, {entries} entries and {blocked} blocked contact points");
        return true;
    }

    static async Task AllOrNoneBlockedAsync(Api api, string[] phones, string what)
    {
        var blocked = await CountBlockedAsync(api, phones);
        Assert.True(blocked == 0 || blocked == phones.Length, $"{what} is half done: {blocked} of {phones.Length}");
    }

    static async Task<int> CountBlockedAsync(Api api, string[] phones) =>
        (await api.PostAsync("/v1/contact-checks/batch", new { channel = "call", phones })).Expect(HttpStatusCode.OK)["blocked"].GetInt32();

    /// <summary>How often the log tells of an execution on each lead; its sequences must ascend.</summary>
    static async Task<Dictionary<string, int>> ToldAsync(Api api)
    {
        var told = new Dictionary<string, int>();
        var seen = new HashSet<long>();
        var cursor = "";
        while (true)
        {
            var page = (await api.GetAsync($"/v1/audit?type=lead.doNotContact&limit=1000{cursor}")).Expect(HttpStatusCode.OK);
            foreach (var record in page["items"].EnumerateArray())
            {
                Assert.True(seen.Add(record.GetProperty("sequence").GetInt64()), "a sequence stands twice in the log");
                var lead = record.GetProperty("leadId").GetString()!;
                told[lead] = told.GetValueOrDefault(lead) + 1;
            }
            if (page["next"].GetString() is not { } next)
            {
                return told;
            }
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }
}
