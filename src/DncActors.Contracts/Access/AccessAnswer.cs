using DncActors.Contracts.ContactChecks;

namespace DncActors.Contracts.Access;

/// <summary>Either who calls, or why nobody may.</summary>
/// <param name="Owner">Of one who may not: whose key was used, where it is known. For the audit; the caller is not told.</param>
/// <param name="Check">The answer to <see cref="AccessAsked.Check"/>, judged after the key was; null where nothing was asked, or the caller may not.</param>
[GenerateSerializer, Immutable, Alias("dnc.AccessAnswer")]
public readonly record struct AccessAnswer(CallerAccess? Access, AccessDenial Denial, KeyOwner? Owner = null, CheckResult? Check = null);
