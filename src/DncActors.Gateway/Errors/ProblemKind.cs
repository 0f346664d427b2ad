namespace DncActors.Gateway.Errors;

/// <summary>A kind of error: its HTTP status, the code in its <c>type</c>, and what it is called.</summary>
readonly record struct ProblemKind(int Status, string Code, string Title);
