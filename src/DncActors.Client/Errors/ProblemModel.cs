using System.Text.Json.Serialization;

namespace DncActors.Client.Errors;

/// <summary>An RFC 9457 problem (<c>application/problem+json</c>): the body of every answer with a status of 400 or more.</summary>
public sealed record ProblemModel
{
    /// <summary>A stable URN, <c>urn:dnc:error:&lt;code&gt;</c>; see <see cref="DncErrorCodes"/>.</summary>
    public string? Type { get; init; }

    public string? Title { get; init; }

    /// <summary>The HTTP status again, for those who keep only the body.</summary>
    public int? Status { get; init; }

    /// <summary>What happened and what to do about it, for people.</summary>
    public string? Detail { get; init; }

    /// <summary>The rule that said no, stable and finer than the code: <c>copy.record-type</c>, <c>action.not-offered-here</c>, …</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    /// <summary>For a request that cannot be read or carried out: field (as a path, <c>operations[0].channels</c>) to messages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Of an import that stopped: what to look for to find the part that was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImportId { get; init; }

    /// <summary>Of an import that stopped: the last line that was kept. Everything up to it is in, nothing after it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LastLine { get; init; }

    /// <summary>What the request is called in the service's logs and traces: what to tell whoever runs it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }
}
