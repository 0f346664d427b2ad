using System.Globalization;

namespace DncActors.Grains.Leases;

/// <summary>What the settings must be like.</summary>
public static class LeaseOptionsRules
{
    static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    /// <summary>Every setting that is wrong, each with its name, its value and what to write; empty where all are right.</summary>
    public static IReadOnlyList<string> Check(LeaseOptions options)
    {
        List<string> wrong = [];
        if (options.RenewEvery < _shortest) wrong.Add($"{Key(nameof(options.RenewEvery))} is {options.RenewEvery}; it must be {_shortest} or more.");
        if (options.Length > _longest)
        {
            wrong.Add($"{Key(nameof(options.Length))} is {options.Length}; a node that dies delays writers by it: at most {_longest}.");
        }
        if (options.Length < options.RenewEvery * 4)
        {
            wrong.Add($"{Key(nameof(options.Length))} is {options.Length}; it must be at least four times {Key(nameof(options.RenewEvery))} "
                + $"({options.RenewEvery}), or one slow renewal stops the node's answers.");
        }
        if (options.PushPatience < options.RenewEvery * 2 || options.PushPatience > _longest)
        {
            wrong.Add($"{Key(nameof(options.PushPatience))} is {options.PushPatience}; it must be at least twice {Key(nameof(options.RenewEvery))} "
                + $"({options.RenewEvery}), because a node that no push reaches shows by its renewals how far it is, and at most {_longest}.");
        }
        if (options.DriftMargin is not (>= 0.01 and <= 0.5))
        {
            var margin = options.DriftMargin.ToString(CultureInfo.InvariantCulture);
            wrong.Add($"{Key(nameof(options.DriftMargin))} is {margin}; it must be between 0.01 and 0.5.");
        }
        return wrong;
    }

    static string Key(string property) => $"Dnc__Lease__{property}";
}
