using DncActors.Grains.Following;

namespace DncActors.UnitTests.Following;

public sealed class EarlyBatchesTests
{
    readonly EarlyBatches<string> _early = new(Place);

    [Fact]
    public void They_come_out_in_the_order_of_the_log_as_soon_as_nothing_is_missing_before_them()
    {
        foreach (var batch in new[] { "30-40", "20-30", "10-20" }) _early.Keep(batch);
        Assert.Null(_early.TakeNext(5));
        Assert.Equal("10-20", _early.TakeNext(10));
        Assert.Null(_early.TakeNext(15));
        Assert.Equal("20-30", _early.TakeNext(20));
        Assert.Equal("30-40", _early.TakeNext(30));
        Assert.True(_early.IsEmpty);
    }

    [Fact]
    public void What_was_applied_meanwhile_is_let_go_of_and_what_was_applied_in_part_is_not()
    {
        foreach (var batch in new[] { "10-20", "20-30", "25-40" }) _early.Keep(batch);
        Assert.Equal("25-40", _early.TakeNext(33));
        Assert.True(_early.IsEmpty);
    }

    [Fact]
    public void What_comes_twice_is_kept_once()
    {
        for (var i = 0; i <= EarlyBatches<string>.Most; i++) _early.Keep("10-20");
        _early.Keep("20-30");
        Assert.Equal("10-20", _early.TakeNext(10));
        Assert.Equal("20-30", _early.TakeNext(20));
        Assert.True(_early.IsEmpty);
    }

    [Fact]
    public void No_more_are_kept_than_can_be_on_their_way()
    {
        for (var i = 0; i <= EarlyBatches<string>.Most; i++) _early.Keep($"{10 + i}-{11 + i}");
        var taken = 0;
        while (_early.TakeNext(10 + taken) is not null) taken++;
        Assert.Equal(EarlyBatches<string>.Most, taken);
    }

    static (long After, long UpTo) Place(string batch)
    {
        var ends = batch.Split('-').Select(long.Parse).ToArray();
        return (ends[0], ends[1]);
    }
}
