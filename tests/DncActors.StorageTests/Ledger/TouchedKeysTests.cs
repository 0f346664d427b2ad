using DncActors.Domain.Ledger;
using DncActors.Domain.Registry;
using DncActors.Storage.Ledger;

namespace DncActors.StorageTests.Ledger;

/// <summary>Commits that touch the same are told by a key that both have; what they are kept apart by.</summary>
public sealed class TouchedKeysTests
{
    static readonly DncEntry Entry = Samples.Entry(Samples.Phone(1), leadId: "L1");

    [Theory]
    [MemberData(nameof(Meeting))]
    public void Commits_that_touch_the_same_have_a_key_in_common(string what, Commit one, Commit other)
    {
        Assert.True(Keys(one).Intersect(Keys(other)).Any(), what);
        Assert.Equal(Keys(one).Distinct(), Keys(one));
    }

    [Fact]
    public void Commits_that_touch_nothing_of_each_others_have_none() => Assert.Empty(
        Keys(Samples.DoNotContact(Samples.Lead("L1", Samples.Phone(1), Samples.Email("one"))))
            .Intersect(Keys(Samples.DoNotContact(Samples.Lead("L2", Samples.Phone(2), Samples.Email("two"))))));

    public static TheoryData<string, Commit, Commit> Meeting()
    {
        var commit = Samples.Commit();
        return new()
        {
            { "the same commit", commit, commit with { Fingerprint = Samples.Id() } },
            { "the same lead", Samples.Create(Samples.Lead("L1")), Samples.DoNotContact(Samples.Lead("L1", Samples.Phone(1))) },
            { "a lead and an entry of it", Samples.Create(Samples.Lead("L1")), Samples.Add(Entry) },
            { "a lead and an entry of it behind one of another", Samples.Create(Samples.Lead("L1")), Samples.Add(Entry with { LeadId = "L2" }, Entry) },
            { "the same entry", Samples.Add(Entry), Samples.Add(Entry with { Point = Samples.Phone(2), LeadId = "L2" }) },
            { "an entry and its end", Samples.Add(Entry), Samples.RevokeAll(Entry) },
            { "the same contact point", Samples.Add(Entry), Samples.Add(Samples.Entry(Samples.Phone(1))) },
            { "the ends of two entries of a contact point", Samples.RevokeAll(Entry), Samples.RevokeAll(Samples.Entry(Samples.Phone(1))) },
            { "a contact point that is only told of", Samples.Add(Entry), Samples.Commit() with { Changes = Samples.RevokeAll(Entry).Changes } },
        };
    }

    static int[] Keys(Commit commit) => TouchedKeys.Of(commit, ChangePoints.Of(commit));
}
