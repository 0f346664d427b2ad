using DncActors.Domain.Ledger;
using DncActors.Domain.People;
using DncActors.Domain.Registry;

namespace DncActors.StorageTests.Ledger;

/// <summary>
/// Commits that must fail, each by the guard that is named with it, in a store where the role r1 is at version 2 since sequence 2, the lead L1 stands at
/// version 1 in sales/new, and <see cref="Revoked"/> is revoked.
/// </summary>
public static class Conflicts
{
    public static readonly DncEntry Revoked = Samples.Entry(Samples.Phone(5));

    public static TheoryData<string, Commit> All() => new()
    {
        { "document", Samples.Commit() with { Guards = [new DocumentGuard(DocumentKind.Role, "r1", 1)] } },
        { "document", Samples.Commit() with { Guards = [new DocumentGuard(DocumentKind.Role, "r1", 0)] } },
        { "document", Samples.Commit() with { Guards = [new DocumentGuard(DocumentKind.User, "r1", 2)] } },
        { "document", Samples.Commit() with { Documents = [new DocumentWrite(Role(2), 1)] } },
        { "document", Samples.Commit() with { Documents = [new DocumentWrite(Role(1), 0)] } },
        { "document", Samples.Commit() with { Documents = [new DocumentWrite(Role(5), 4)] } },
        { "kind", Samples.Commit() with { KindGuards = [new KindGuard(DocumentKind.Role, 1)] } },
        { "empty", Samples.Commit() with { EmptyGuards = [new EmptyGuard("sales", null)] } },
        { "empty", Samples.Commit() with { EmptyGuards = [new EmptyGuard("sales", "new")] } },
        { "lead", Samples.Commit() with { Leads = [new LeadWrite(Samples.Lead("L1"), 0, true)] } },
        { "lead", Samples.Commit() with { Leads = [new LeadWrite(Samples.Lead("L1") with { Version = 3 }, 2, true)] } },
        { "lead", Samples.Commit() with { Leads = [new LeadWrite(Samples.Lead("L9") with { Version = 2 }, 1, true)] } },
        { "entry", Samples.RevokeAll(Samples.Entry(Samples.Phone(1))) },
        { "entry", Samples.RevokeAll(Revoked) },
    };

    public static Role Role(long version) => new("r1", version, false, "Closer", Permissions.LeadRead, false);
}
