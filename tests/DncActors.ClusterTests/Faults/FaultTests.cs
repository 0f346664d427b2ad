using System.Globalization;
using DncActors.ClusterTests.Crash;
using DncActors.ClusterTests.Host;

namespace DncActors.ClusterTests.Faults;

/// <summary>
/// Three nodes on a PostgreSQL, and everything that can go wrong with them. <c>DNC_FAULTS</c> says how many faults a run has, <c>DNC_FAULT_SEED</c> which,
/// <c>DNC_FAULT_KINDS</c> of which kinds they are (<see cref="FaultKind"/>, with commas between them; of all where it says none);
/// <c>DNC_FAULT_MUTANTS</c> names mutants to be caught beside the few that always are, or says <c>all</c>.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    const string Usual = "20261125";

    /// <summary>What every run of the tests can afford.</summary>
    static readonly TimeSpan Short = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Whatever_goes_wrong_nothing_acknowledged_is_allowed_or_half_or_lost_and_no_node_is_stuck()
    {
        var seed = int.Parse(Setting("DNC_FAULT_SEED") ?? Usual, CultureInfo.InvariantCulture);
        var faults = Setting("DNC_FAULTS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : (int?)null;
        var build = new HostStart { HostDll = await MutantHost.BuildAsync() };

        var result = await FaultRun.RunAsync(new($"seed-{seed}", build, seed, faults ?? int.MaxValue, faults is null ? Short : TimeSpan.FromHours(6))
        {
            Kinds = Setting("DNC_FAULT_KINDS") is { } kinds ? [.. kinds.Split(',').Select(Enum.Parse<FaultKind>)] : Enum.GetValues<FaultKind>(),
        });

        output.WriteLine($"seed {seed}: {result}");
        Assert.True(result.Findings.Count == 0, string.Join('\n', result.Findings.Take(20)));
        Assert.True(result.Executions > 100 && result.Imports > 0 && result.Entries > 0, $"The load was too small to prove anything: {result}");
    }

    /// <summary>What always runs is what is found within a round or two.</summary>
    public static TheoryData<string> Mutants =>
    [
        .. Setting("DNC_FAULT_MUTANTS") is not { } asked ? ["no-lease-test", "ack-before-publishing"]
            : asked == "all" ? FaultMutant.All.Select(mutant => mutant.Name)
            : asked.Split(','),
    ];

    [Theory]
    [MemberData(nameof(Mutants))]
    public async Task A_broken_promise_is_found(string name)
    {
        var mutant = FaultMutant.All.Single(mutant => mutant.Name == name);
        var build = await MutantHost.StartOfAsync(name);

        var result = await FaultRun.RunAsync(new($"mutant-{name}", build, Seed: 1, Faults: 60, TimeSpan.FromMinutes(4))
        {
            Kinds = mutant.Shows,
            Always = mutant.Always,
            EndsWithAFinding = true,
        });

        output.WriteLine($"{name}: {result}\n{string.Join('\n', result.Findings.Take(5))}");
        Assert.True(result.Findings.Count > 0, $"{name} passed {result.Faults} faults: the fault run proves nothing about it.");
    }

    static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
