namespace DncActors.Host.Settings;

/// <summary>What was read, and a line for everything that is wrong with it; with such a line nothing may start.</summary>
public sealed record ReadSettings(DncOptions Options, IReadOnlyList<string> Wrong);
