using DncActors.Gateway.Admission;
using Microsoft.Extensions.Options;

namespace DncActors.Gateway;

/// <summary>Stops the start over a setting that cannot work, and says how to mend it.</summary>
sealed class DncGatewayOptionsValidator : IValidateOptions<DncGatewayOptions>
{
    const long MostBodyBytes = 1L << 30;

    public ValidateOptionsResult Validate(string? name, DncGatewayOptions options)
    {
        var failures = new List<string>();
        Within(nameof(options.MaxBodyBytes), options.MaxBodyBytes, 1_024, MostBodyBytes);
        Within(nameof(options.MaxBatchBytes), options.MaxBatchBytes, 1_024, MostBodyBytes);
        Within(nameof(options.BodyTimeout), options.BodyTimeout.TotalSeconds, 1, 3_600);
        Within(nameof(options.StreamTimeout), options.StreamTimeout.TotalSeconds, 1, 3_600);
        Within(nameof(options.MinBodyBytesPerSecond), options.MinBodyBytesPerSecond, 1, 1 << 20);
        Within(nameof(options.MaxStreamsPerKey), options.MaxStreamsPerKey, 1, 100_000);
        Within(nameof(options.OrganizationLabels), options.OrganizationLabels, 0, DncGatewayOptions.MostOrganizationLabels);
        Within(nameof(options.Heartbeat), options.Heartbeat.TotalSeconds, 1, 300);
        if (options.LeadPatience is { } patience) Within(nameof(options.LeadPatience), patience.TotalSeconds, 0.01, 30);
        Within(nameof(options.ExplainTimeout), options.ExplainTimeout.TotalSeconds, 0.01, 30);
        failures.AddRange(AdmissionOptionsRules.Check(options.Admission));
        failures.AddRange(AdmissionOptionsRules.Check(options.RateLimits));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Within(string setting, double value, double least, double most)
        {
            if (value < least || value > most) failures.Add($"{nameof(DncGatewayOptions)}.{setting} is {value}: set it between {least} and {most}.");
        }
    }
}
