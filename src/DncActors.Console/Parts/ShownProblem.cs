namespace DncActors.Console.Parts;

/// <summary>Something that went wrong, as it is shown.</summary>
/// <param name="Text">What happened and what to do about it.</param>
/// <param name="Fields">What is wrong with which field; empty where none is to blame.</param>
/// <param name="MayPass">Trying again may help.</param>
/// <param name="RequestId">What to tell whoever runs the service; null for none.</param>
public sealed record ShownProblem(string Text, IReadOnlyList<string> Fields, bool MayPass, string? RequestId);
