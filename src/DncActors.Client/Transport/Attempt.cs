using System.Diagnostics.CodeAnalysis;
using DncActors.Client.Errors;

namespace DncActors.Client.Transport;

/// <summary>What one attempt came to: a value, or a failure and whether that may pass.</summary>
readonly record struct Attempt<T>(T? Value, DncException? Failure, bool MayPass, TimeSpan? RetryAfter)
{
    [MemberNotNullWhen(true, nameof(Failure))]
    public bool Failed => Failure is not null;
}
