using DncActors.Client.Transport;

namespace DncActors.Client.Jobs;

/// <summary>Work that goes on after its request was answered.</summary>
public sealed class JobsClient
{
    readonly DncTransport transport;

    internal JobsClient(DncTransport transport) => this.transport = transport;

    public Task<JobModel> GetAsync(string jobId, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<JobModel>(Route.Of($"/v1/jobs/{jobId}"), call, cancellation);

    /// <summary>Asks until the job is finished, or stands still with an error; for as long as the caller's token lets it.</summary>
    /// <param name="every">How long to wait between two questions.</param>
    public async Task<JobModel> WaitAsync(string jobId, TimeSpan every, DncCallOptions? call = null, CancellationToken cancellation = default)
    {
        while (true)
        {
            var job = await GetAsync(jobId, call, cancellation);
            if (job.State != JobStateNames.Running)
                return job;
            await Task.Delay(every, transport.Time, cancellation);
        }
    }
}
