using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DncActors.Client;
using DncActors.Client.Json;
using DncActors.Client.Leads;
using DncActors.Client.Workflows;
using DncActors.Domain.Identity;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace DncActors.Benchmarks.Peer;

/// <summary>The peer's endpoint: the key, the request, the transaction, the answer.</summary>
sealed class PeerExecutions(NpgsqlDataSource database, IPeerTransaction transaction, PeerKeys keys, PeerAction action)
{
    const string RepeatSql =
        """
        select r.fingerprint, e.lead_id, e.actor, e.at, e.body from dnc.commit_record r join dnc.execution e on e.sequence = r.sequence
        where r.id = $1 and r.organization = $2
        """;

    static readonly Uuid7IdSource Ids = new();
    static readonly JsonTypeInfo<ExecuteActionRequest> Body = (JsonTypeInfo<ExecuteActionRequest>)DncJson.Options.GetTypeInfo(typeof(ExecuteActionRequest));
    static readonly JsonTypeInfo<ExecutionModel> Answer = (JsonTypeInfo<ExecutionModel>)DncJson.Options.GetTypeInfo(typeof(ExecutionModel));

    public async Task ExecuteAsync(HttpContext http)
    {
        var (status, model) = keys.ActorOf(http.Request.Headers.Authorization) is { } actor
            ? await ExecuteAsync(http, actor)
            : (StatusCodes.Status401Unauthorized, null);
        http.Response.StatusCode = status;
        if (model is null) return;
        if (status == StatusCodes.Status201Created) http.Response.Headers.Location = $"/v1/leads/{Uri.EscapeDataString(model.LeadId)}/history";
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.BodyWriter, model, Answer, http.RequestAborted);
    }

    async Task<(int Status, ExecutionModel? Model)> ExecuteAsync(HttpContext http, string actor)
    {
        var lead = (string)http.Request.RouteValues["leadId"]!;
        if ((string)http.Request.RouteValues["actionId"]! != action.Id) return (StatusCodes.Status404NotFound, null);
        var body = await JsonSerializer.DeserializeAsync(http.Request.BodyReader, Body, http.RequestAborted);
        var at = TimeProvider.System.GetUtcNow();
        var sent = http.Request.Headers[DncHeaders.IdempotencyKey];
        var key = sent.Count == 1 ? sent[0]! : Ids.Next(at).ToString();
        http.Response.Headers[DncHeaders.IdempotencyKey] = key;
        var request = new PeerRequest(
            lead, StableId.Of(PeerRequest.Organization, lead, key), StableId.Of(action.Id, actor, body?.Note ?? ""), actor, at,
            Ids.Next(at).ToString("N")[..^PeerRequest.DigitsOfAnEntry], body?.Note);
        if (await transaction.RunAsync(request, http.RequestAborted) is not { } outcome) return (StatusCodes.Status404NotFound, null);
        return outcome.Written
            ? (StatusCodes.Status201Created, Model(request.Id, lead, actor, at, EntryIds(request.EntryIds, outcome.Entries), outcome.UserGroups, body?.Note))
            : await RepeatAsync(request.Id, request.Fingerprint, http.RequestAborted);
    }

    /// <summary>The lead stands elsewhere, or the request came before; the statement has written nothing.</summary>
    async Task<(int Status, ExecutionModel? Model)> RepeatAsync(Guid id, Guid fingerprint, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RepeatSql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PeerRequest.Organization });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return (StatusCodes.Status422UnprocessableEntity, null);
        if (reader.GetGuid(0) != fingerprint) return (StatusCodes.Status409Conflict, null);
        var body = JsonSerializer.Deserialize(reader.GetString(4), PeerJson.Relaxed.PeerExecution)!;
        var at = new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero);
        return (StatusCodes.Status200OK, Model(id, reader.GetString(1), reader.GetString(2), at, body.DncEntries, body.UserGroups, body.Note));
    }

    ExecutionModel Model(Guid id, string lead, string actor, DateTimeOffset at, string[] entries, string[] groups, string? note) => new()
    {
        Id = id.ToString(),
        LeadId = lead,
        ActionId = action.Id,
        ActionName = PeerAction.Name,
        Category = PeerAction.Category,
        WorkflowId = action.Workflow,
        WorkflowVersion = PeerAction.WorkflowVersion,
        Actor = actor,
        At = at,
        From = new StatusReference { WorkflowId = action.Workflow, StatusId = action.From },
        To = new StatusReference { WorkflowId = action.Workflow, StatusId = action.To },
        DncEntries = entries,
        RevokedEntries = [],
        StillBlocked = [],
        UserGroups = groups,
        Note = note,
    };

    static string[] EntryIds(string prefix, int count)
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++) ids[i] = PeerRows.EntryId(prefix, i).ToString();
        return ids;
    }
}
