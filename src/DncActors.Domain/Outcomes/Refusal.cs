using System.Collections.Immutable;

namespace DncActors.Domain.Outcomes;

/// <summary>An expected "no". Nothing was changed.</summary>
/// <param name="Code">The kind, which decides the HTTP status.</param>
/// <param name="Rule">The rule that said no, stable: <c>action.not-offered-here</c>, <c>copy.record-type</c>, …</param>
/// <param name="Detail">A sentence for a person: what was refused, why, and what to do.</param>
/// <param name="Errors">The fields (or targets) that are wrong, all of them.</param>
[GenerateSerializer, Immutable, Alias("dnc.Refusal")]
public sealed record Refusal(RefusalCode Code, string Rule, string Detail, ImmutableArray<FieldError> Errors)
{
    /// <summary>In how many seconds the same may be asked again; null where the code alone says it.</summary>
    [Id(0)]
    public int? RetryAfter { get; init; }

    public static Refusal NotFound(string what, string id) => new(RefusalCode.NotFound, "not-found", $"There is no {what} '{id}'.", []);

    public static Refusal Validation(params ImmutableArray<FieldError> errors) =>
        new(RefusalCode.Validation, "validation", errors.Length == 1 ? errors[0].Message : $"{errors.Length} fields are wrong.", errors);

    public static Refusal Unprocessable(string rule, string detail, params ImmutableArray<FieldError> errors) =>
        new(RefusalCode.Unprocessable, rule, detail, errors);

    public static Refusal Conflict(string rule, string detail) => new(RefusalCode.Conflict, rule, detail, []);

    public static Refusal Forbidden(string rule, string detail) => new(RefusalCode.Forbidden, rule, detail, []);

    public static Refusal Unavailable(string rule, string detail) => new(RefusalCode.Unavailable, rule, detail, []);

    /// <summary>The same with its first error alone, for where many refusals are kept: each may have thousands.</summary>
    public Refusal First() => Errors.IsDefaultOrEmpty || Errors.Length == 1 ? this : this with { Errors = [Errors[0]] };
}
