using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace DncActors.ClusterTests.Faults;

/// <summary>Follows a user group's events through every fault: a stream that breaks is resumed on the next node, from the last event that came.</summary>
public sealed class GroupListener(FaultCluster cluster, string group, int first, FaultLog log)
{
    static readonly TimeSpan BeforeNext = TimeSpan.FromMilliseconds(500);

    readonly ConcurrentDictionary<string, int> told = new();
    long last;

    /// <summary>The last event's sequence.</summary>
    public long Last => Volatile.Read(ref last);

    /// <summary>How often each lead was told of as not to be contacted.</summary>
    public IReadOnlyDictionary<string, int> Told => told;

    public async Task RunAsync(CancellationToken stop)
    {
        using var ticks = new PeriodicTimer(BeforeNext);
        for (var node = first; !stop.IsCancellationRequested; node++)
        {
            try
            {
                await FollowAsync(cluster[node % cluster.All.Count], stop);
                await ticks.WaitForNextTickAsync(stop);
            }
            catch (Exception fault)
            {
                if (!FaultLoad.IsOfConnection(fault)) log.Find($"the events of {group}: {fault.Message}");
            }
        }
    }

    async Task FollowAsync(FaultNode node, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/user-groups/{group}/events");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", node.Api.Key);
        request.Headers.Add("Last-Event-ID", Last.ToString(CultureInfo.InvariantCulture));
        using var response = await node.Api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(stop))
        {
            if (item.EventId is not null) Take(item, node);
        }
    }

    void Take(SseItem<string> item, FaultNode node)
    {
        var id = long.Parse(item.EventId!, CultureInfo.InvariantCulture);
        if (id <= Last) log.Find($"{node.Name} told {group} of sequence {id} behind {Last}");
        Volatile.Write(ref last, id);
        if (item.EventType != "lead.doNotContact") return;
        using var data = JsonDocument.Parse(item.Data);
        told.AddOrUpdate(data.RootElement.GetProperty("leadId").GetString()!, 1, (_, times) => times + 1);
    }
}
