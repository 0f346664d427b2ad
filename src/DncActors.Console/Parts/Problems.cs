using DncActors.Client.Errors;

namespace DncActors.Console.Parts;

/// <summary>What the API said no to, in words for whoever sits before the page.</summary>
static class Problems
{
    internal static ShownProblem Of(Exception failure) => failure switch
    {
        DncProblemException problem => new(
            problem.Detail ?? problem.Title ?? "The service refused this.",
            // One wrong field alone is what the detail says already.
            [.. problem.Errors.SelectMany(field => field.Value.Where(message => message != problem.Detail).Select(message => $"{field.Key}: {message}"))],
            problem.Code == DncErrorCodes.Unavailable,
            problem.Problem.RequestId),
        DncConnectionException => new("The service does not answer. What you were doing may or may not be done: look again in a moment.", [], true, null),
        _ => new("This page could not do that.", [], true, null),
    };
}
