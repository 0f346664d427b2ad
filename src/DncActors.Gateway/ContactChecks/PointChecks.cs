using System.Collections.Immutable;
using System.Globalization;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Errors;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway.ContactChecks;

/// <summary>Checks contact points, and finds out why what is blocked is.</summary>
sealed class PointChecks(IContactChecks checks, IOptions<DncGatewayOptions> options)
{
    internal static readonly Problem Unsure = new(
        ProblemKinds.Unavailable, "This node cannot prove that it is up to date, so it does not say \"allowed\". Ask again, or ask another node.", "unsure");

    internal ValueTask<CheckResult> CheckAsync(string organization, in ContactPoint point, Channels channel) =>
        point.Kind == ContactPointKind.Email
            ? checks.CheckEmailAsync(organization, point.Value)
            : checks.CheckPhoneAsync(organization, NumberOf(point), channel);

    /// <summary>Why it is blocked; empty where that cannot be found out in time, which makes it no less blocked.</summary>
    internal async ValueTask<ImmutableArray<VerdictReason>> ExplainAsync(
        string organization, ContactPoint point, Channels channel, long asOf, CancellationToken cancellation)
    {
        var explaining = checks.ExplainAsync(organization, point, channel, asOf, cancellation);
        if (explaining.IsCompletedSuccessfully) return explaining.Result;
        try
        {
            return await explaining.AsTask().WaitAsync(options.Value.ExplainTimeout, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return [];
        }
    }

    /// <summary>The digits of a phone that was read.</summary>
    internal static ulong NumberOf(in ContactPoint phone) => ulong.Parse(phone.Value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
