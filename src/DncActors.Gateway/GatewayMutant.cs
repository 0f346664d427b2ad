namespace DncActors.Gateway;

/// <summary>
/// Breaks the third promise on purpose, in builds made with <c>DNC_MUTANTS</c> only: with <c>DNC_MUTANT=idempotency-off</c> in the environment, nobody looks
/// at the keys that clients send. A fault run that does not notice proves nothing.
/// </summary>
static class GatewayMutant
{
#if DNC_MUTANTS
    internal static bool ForgetsKeys { get; } = Environment.GetEnvironmentVariable("DNC_MUTANT") == "idempotency-off";
#else
    internal static bool ForgetsKeys => false;
#endif
}
