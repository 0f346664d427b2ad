using DncActors.Domain.Outcomes;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>The answers that endpoints give.</summary>
static class Answers
{
    internal static IResult Ok<T>(T model, long? version = null) => new Answer<T>(StatusCodes.Status200OK, model) { Version = version };

    internal static IResult Created<T>(string location, T model, long? version = null) =>
        new Answer<T>(StatusCodes.Status201Created, model) { Location = location, Version = version };

    internal static IResult Accepted<T>(string location, T model) => new Answer<T>(StatusCodes.Status202Accepted, model) { Location = location };

    internal static IResult NoContent() => Results.NoContent();

    internal static IResult Refused(Refusal refusal) => Problem.Of(refusal);

    /// <summary>Does what was read, and answers with what came of it; or with the problem that says why it could not be read.</summary>
    internal static async Task<IResult> DoAsync<TRead, T>(Outcome<TRead> read, Func<TRead, Task<Outcome<T>>> act, Func<T, IResult> answer) =>
        read.Ok ? Of(await act(read.Value), answer) : Refused(read.Refusal);

    /// <summary>The answer for what was made, or the problem that says why not.</summary>
    internal static IResult Of<T>(Outcome<T> outcome, Func<T, IResult> answer) => outcome.Ok ? answer(outcome.Value) : Problem.Of(outcome.Refusal);
}
