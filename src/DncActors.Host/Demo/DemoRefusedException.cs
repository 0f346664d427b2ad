using DncActors.Domain.Outcomes;

namespace DncActors.Host.Demo;

/// <summary>A rule refused a part of the demo: a fault of the demo.</summary>
sealed class DemoRefusedException(string step, Refusal refusal) : Exception($"The demo's step '{step}' was refused: {refusal.Rule}: {refusal.Detail}");
