namespace DncActors.Domain.Outcomes;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The field's path as the client wrote it: <c>contactPoints[1].value</c>.</param>
/// <param name="Message">Quotes the value and says what to write instead.</param>
[GenerateSerializer, Immutable, Alias("dnc.FieldError")]
public sealed record FieldError(string Field, string Message);
