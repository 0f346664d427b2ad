using System.Collections.Immutable;
using CsCheck;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Registry;
using DncActors.Domain.Workflows;

namespace DncActors.UnitTests.Following;

/// <summary>Logs of two organizations, with gaps, blocks that come and go, and workflows published version by version.</summary>
static class SomeChanges
{
    public const int Phones = 12;
    static readonly string[] _organizations = ["acme", "other"];

    public static readonly Gen<ImmutableArray<Change>> Gen = CsCheck.Gen.Select(
            CsCheck.Gen.Int[1, 3],
            CsCheck.Gen.Int[0, 1],
            CsCheck.Gen.Int[0, 3],
            CsCheck.Gen.Int[0, Phones - 1],
            CsCheck.Gen.Long[0, 3])
        .Array[0, 60].Select(Make);

    public static ContactPoint Phone(int i) => new(ContactPointKind.Phone, $"+120255501{i:00}");

    static ImmutableArray<Change> Make((int Gap, int Organization, int Kind, int Phone, long Until)[] drawn)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var organization in _organizations)
        {
            var document = new Organization(organization, 1, false, organization, "US");
            changes.Add(Of(changes.Count + 1, organization, new() { Type = ChangeTypes.OrganizationChanged, Document = document }));
        }
        var versions = new Dictionary<(int, int), long>();
        foreach (var (gap, organization, kind, phone, until) in drawn)
        {
            var sequence = changes[^1].Sequence + gap;
            if (kind == 0)
            {
                var version = versions[(organization, phone)] = versions.GetValueOrDefault((organization, phone)) + 1;
                var workflow = new Workflow($"w{phone}", version, false, $"at {sequence}", "lead", []);
                var what = new ChangeDraft { Type = ChangeTypes.WorkflowChanged, Document = workflow, UserGroups = ["sales"] };
                changes.Add(Of(sequence, _organizations[organization], what));
            }
            else
            {
                var added = new DncEntry(Guid.Empty, Phone(phone), Channels.Phone, EntrySource.Manual, "asked", null, null, "ann", default, null, null, null);
                changes.Add(Of(sequence, _organizations[organization], new() { Type = ChangeTypes.EntriesAdded, Added = [added] })
                    with
                { Blocks = [new(Phone(phone), new(until * 10, until * 10, 0))] });
            }
        }
        return changes.ToImmutable();
    }

    static Change Of(long sequence, string organization, ChangeDraft what) => new(sequence, Guid.Empty, organization, default, "ann", what, []);
}
