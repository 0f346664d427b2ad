using DncActors.Domain.ContactPoints;
using DncActors.Domain.Ledger;
using DncActors.Storage.Ledger;

namespace DncActors.StorageTests.Ledger;

/// <summary>The contact points of changes: each once, in order, and none looked up twice for two changes of a commit.</summary>
public sealed class ChangePointsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void A_change_names_each_of_its_points_once_those_it_adds_before_those_it_revokes(int count)
    {
        var added = Enumerable.Range(0, count).Select(i => Samples.Entry(Samples.Phone(i))).ToArray();
        var revoked = Enumerable.Range(count - 1, count).Select(i => Samples.Revoke(Samples.Entry(Samples.Phone(i)))).ToArray();
        var change = new ChangeDraft { Type = ChangeTypes.EntryRevoked, Added = [.. added, .. added], Revoked = [.. revoked] };

        Assert.Equal(Enumerable.Range(0, (2 * count) - 1).Select(i => Samples.Phone(i)), ChangePoints.Of(change));
    }

    [Fact]
    public void Changes_of_a_commit_about_the_same_points_have_one_array_of_them_and_others_have_their_own()
    {
        var listed = Samples.DoNotContact(Samples.Lead("L1", Samples.Phone(1), Samples.Email("ann"))).Changes[0];
        var moved = listed with { Type = ChangeTypes.LeadMoved, Added = [.. listed.Added] };
        var other = Samples.Add(Samples.Entry(Samples.Phone(1))).Changes[0];

        var points = ChangePoints.Of(Samples.Commit() with { Changes = [listed, moved, other, .. Samples.Commit().Changes] });

        Assert.Equal([Samples.Phone(1), Samples.Email("ann")], points[0]);
        Assert.Same(points[0], points[1]);
        Assert.Equal([Samples.Phone(1)], points[2]);
        Assert.Empty(points[3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_commit_blocks_for_good_what_it_adds_an_entry_to_that_has_no_end_and_every_channel_of_the_point(int times)
    {
        var forGood = Enumerable.Range(0, times).SelectMany(i => new[] { Samples.Entry(Samples.Phone(10 * i)), Samples.Entry(Samples.Email($"a{i}")) });
        var ends = Samples.Entry(Samples.Phone(1), expiresAt: Samples.Now.AddYears(1));
        var oneChannel = Samples.Entry(Samples.Phone(2), Channels.Call);
        var commit = Samples.Add([.. forGood, ends, oneChannel]);
        var listed = commit.Changes[0];
        var others = new ChangeDraft { Type = ChangeTypes.EntryRevoked, Added = [oneChannel, commit.Add[0]], Revoked = [Samples.Revoke(ends)] };
        commit = commit with { Changes = [listed, listed with { Added = [.. listed.Added] }, others, .. Samples.Commit().Changes] };

        var blocked = ChangePoints.ForGood(commit, ChangePoints.Of(commit));

        Assert.Equal([.. Enumerable.Repeat(true, 2 * times), false, false], blocked[0]);
        Assert.Same(blocked[0], blocked[1]);
        Assert.Equal([false, true, false], blocked[2]);
        Assert.Empty(blocked[3]);
    }
}
