using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Nodes;

namespace DncActors.Grains.ContactChecks;

/// <summary>Answers gateways from this node's memory, and counts what it answers. The metrics count a check where a client is answered; a view of the nodes
/// would miss these.</summary>
sealed class GatewayChecks(IContactChecks checks) : IAnswered
{
    static readonly CheckVerdict[] _verdicts = Enum.GetValues<CheckVerdict>();

    readonly StripedCounts _counts = new(_verdicts.Length);

    public Answered Answered => new(new(Read(CheckVerdict.Unsure), Read(CheckVerdict.Blocked), Read(CheckVerdict.Allowed), Read(CheckVerdict.Invalid)), 0);

    internal async ValueTask<CheckResult> AnswerAsync(CheckAsked asked)
    {
        var result = asked.Email is null
            ? await checks.CheckPhoneAsync(asked.Organization, asked.Number, asked.Channel)
            : await checks.CheckEmailAsync(asked.Organization, asked.Email);
        _counts.Add((int)result.Verdict);
        return result;
    }

    internal void Add(in VerdictCounts counts)
    {
        foreach (var verdict in _verdicts)
        {
            if (counts[verdict] is > 0 and var count) _counts.Add((int)verdict, count);
        }
    }

    long Read(CheckVerdict verdict) => _counts.Read((int)verdict);
}
