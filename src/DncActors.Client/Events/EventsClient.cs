using System.Globalization;
using System.Text.Json;
using DncActors.Client.Transport;

namespace DncActors.Client.Events;

/// <summary>
/// What happens, as it happens. A stream goes on over broken connections and nodes that stop, from where it was: nothing is missed, nothing
/// comes twice, unless the consumer itself begins again. It ends when the caller cancels (with an <see cref="OperationCanceledException"/>),
/// when the gateway refuses it, or as <see cref="DncClientOptions.StreamReconnectBudget"/> says.
/// </summary>
public sealed class EventsClient
{
    readonly DncTransport transport;

    internal EventsClient(DncTransport transport) => this.transport = transport;

    /// <summary>What a user group is told. Types that are newer than this client are passed over.</summary>
    /// <param name="after">The sequence of the last event that was dealt with; null: from now on.</param>
    public IAsyncEnumerable<UserGroupEventModel> ReadUserGroupAsync(
        string userGroupId, long? after = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        new EventStream<UserGroupEventModel>(transport, Route.Of($"/v1/user-groups/{userGroupId}/events"), call, ReadUserGroupEvent)
            .ReadAsync(Id(after), cancellation);

    /// <summary>The entries that are added to and revoked from the Do Not Contact list.</summary>
    /// <param name="after">The sequence of the last event that was dealt with; null: from now on.</param>
    public IAsyncEnumerable<DncEntriesEventModel> ReadDncAsync(long? after = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        new EventStream<DncEntriesEventModel>(transport, "/v1/dnc/events", call, ReadDncEvent).ReadAsync(Id(after), cancellation);

    /// <summary>The same, for those who poll.</summary>
    /// <param name="after">The <see cref="DncChangesModel.Last"/> of the poll before; 0 for everything.</param>
    public Task<DncChangesModel> GetDncChangesAsync(
        long after, int? limit = null, DncCallOptions? call = null, CancellationToken cancellation = default) =>
        transport.GetAsync<DncChangesModel>("/v1/dnc/changes".With(("after", after), ("limit", limit)), call, cancellation);

    static string? Id(long? after) => after?.ToString(CultureInfo.InvariantCulture);

    static UserGroupEventModel? ReadUserGroupEvent(string type, ReadOnlySpan<byte> data) => type switch
    {
        EventTypeNames.LeadDoNotContact => Read<LeadDoNotContactEventModel>(data),
        EventTypeNames.LeadMoved => Read<LeadMovedEventModel>(data),
        EventTypeNames.WorkflowChanged => Read<WorkflowChangedEventModel>(data),
        _ => null,
    };

    static DncEntriesEventModel? ReadDncEvent(string type, ReadOnlySpan<byte> data) =>
        type == EventTypeNames.DncEntries ? Read<DncEntriesEventModel>(data) : null;

    static T? Read<T>(ReadOnlySpan<byte> data) => JsonSerializer.Deserialize(data, JsonCalls.TypeInfo<T>());
}
