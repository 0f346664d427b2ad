using DncActors.Domain.Identity;

namespace DncActors.UnitTests.Identity;

/// <summary>Ids that are made from what they stand for are stored: they must come out the same for ever.</summary>
public sealed class StableIdTests
{
    // Made by Python: hashlib.sha256 of the parts in UTF-8, each behind its length in four bytes; version 8.
    public static TheoryData<string, string[]> Known => new()
    {
        { "fe85f5c2-e3b5-8a61-ac2a-6eff213bdb95", ["acme", "lead/L-1", "käy"] },
        { "e3b0c442-98fc-8c14-9afb-f4c8996fb924", [] },
        { "db255bbe-1833-8aed-b182-4c08c353deaf", [new string('a', 2_000), ""] },
        { "f2939f90-3016-85bb-a9b1-e4a61cdbd376", ["ab", "c"] },
        { "b534ce16-ac9c-8b36-823f-39a395ce8e0e", ["a", "bc"] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void The_same_parts_always_have_the_same_id_and_others_have_another(string id, string[] parts) => Assert.Equal(Guid.Parse(id), StableId.Of(parts));
}
