using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace DncActors.Benchmarks.Peer;

/// <summary>All of it in one statement: one round trip, and the bodies are made by the database, which alone knows the lead.</summary>
sealed class OneTrip(NpgsqlDataSource database, PeerAction action) : IPeerTransaction
{
    static readonly string Sql = ReadSql();

    public async Task<PeerOutcome?> RunAsync(PeerRequest request, CancellationToken cancellation)
    {
        await using var command = Command(request);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        if (await reader.IsDBNullAsync(2, cancellation)) return PeerOutcome.Nothing;
        var groups = await reader.IsDBNullAsync(4, cancellation) ? [] : JsonSerializer.Deserialize(reader.GetString(4), PeerJson.Relaxed.StringArray)!;
        return new(true, (int)reader.GetInt64(3), groups);
    }

    NpgsqlCommand Command(PeerRequest request)
    {
        var at = request.At.UtcTicks;
        var command = database.CreateCommand(Sql);
        var parameters = command.Parameters;
        parameters.Add(new NpgsqlParameter<string> { TypedValue = PeerRequest.Organization });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Lead });
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.Id });
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.Fingerprint });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Actor });
        parameters.Add(new NpgsqlParameter<long> { TypedValue = at });
        foreach (var text in (ReadOnlySpan<string>)
            [
                action.Id, action.Workflow, action.From, action.Workflow, action.To, request.EntryIds, PeerAction.Reason,
                PeerAction.Flag(request.Id, request.Actor, at), action.Execution(request.Note), action.Change(request.Id),
                PeerAction.Addition(request.Lead, request.Id, request.Actor, at),
            ])
        {
            parameters.Add(new NpgsqlParameter<string> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text });
        }
        return command;
    }

    static string ReadSql()
    {
        using var reader = new StreamReader(typeof(OneTrip).Assembly.GetManifestResourceStream("DncActors.Benchmarks.Peer.one-trip.sql")!);
        return reader.ReadToEnd();
    }
}
