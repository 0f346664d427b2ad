using System.Collections.Immutable;

namespace DncActors.ClusterTests.Faults;

/// <summary>What goes wrong and when, decided by a seed alone: the same seed, the same faults.</summary>
public sealed class FaultPlan(int seed, int nodes, IReadOnlyCollection<FaultKind> kinds)
{
    /// <summary>How often each comes up, in relation to the others: those of the database stop everything, and show less of the leases.</summary>
    static readonly Dictionary<FaultKind, int> Weights = new()
    {
        [FaultKind.KillNode] = 2,
        [FaultKind.PauseNode] = 4,
        [FaultKind.CutFromPeers] = 3,
        [FaultKind.CutFromDatabase] = 3,
        [FaultKind.CutFromBoth] = 4,
        [FaultKind.PeersDoNotHear] = 2,
        [FaultKind.PeersAreNotHeard] = 2,
        [FaultKind.DatabaseDoesNotHear] = 2,
        [FaultKind.DatabaseIsNotHeard] = 2,
        [FaultKind.CutBehindCommit] = 4,
        [FaultKind.SetClock] = 3,
        [FaultKind.KillDatabase] = 1,
        [FaultKind.PauseDatabase] = 1,
        [FaultKind.FillDisk] = 1,
    };

    /// <summary>In seconds: shorter than a lease, about as long as a silent node is waited for, longer than a lease and all that is waited behind it.</summary>
    static readonly (double Least, double Most)[] Lengths = [(0.2, 1.0), (1.1, 3.2), (4.6, 7.0)];

    static readonly double[] ClockSeconds = [5, -5, 0.5, -1, 3_600, -3_600, 90];

    readonly Random random = new(seed);

    /// <summary>What goes wrong together: one to three faults, each of another node or of the database.</summary>
    public ImmutableArray<Fault> NextRound()
    {
        var free = Enumerable.Range(-1, nodes + 1).ToList();
        var round = ImmutableArray.CreateBuilder<Fault>();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var kind = NextKind();
            var places = free.Where(place => place < 0 == IsOfDatabase(kind)).ToArray();
            if (places.Length == 0) continue;
            var place = places[random.Next(places.Length)];
            free.Remove(place);
            var clockBy = TimeSpan.FromSeconds(ClockSeconds[random.Next(ClockSeconds.Length)]);
            round.Add(new(kind, place, Seconds(0, 1.5), NextLength(), random.Next(2) == 0, clockBy));
        }
        return round.ToImmutable();
    }

    static bool IsOfDatabase(FaultKind kind) => kind is FaultKind.KillDatabase or FaultKind.PauseDatabase or FaultKind.FillDisk;

    FaultKind NextKind()
    {
        var drawn = random.Next(kinds.Sum(kind => Weights[kind]));
        foreach (var kind in kinds.Order())
        {
            drawn -= Weights[kind];
            if (drawn < 0) return kind;
        }
        throw new InvalidOperationException("The weights do not add up.");
    }

    TimeSpan NextLength()
    {
        var (least, most) = Lengths[random.Next(Lengths.Length)];
        return Seconds(least, most);
    }

    TimeSpan Seconds(double least, double most) => TimeSpan.FromMilliseconds(random.Next((int)(least * 1_000), (int)(most * 1_000)));
}
