using System.Globalization;
using DncActors.Domain.Identity;

namespace DncActors.UnitTests.Identity;

public sealed class Uuid7IdSourceTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, 345, TimeSpan.Zero);

    readonly Uuid7IdSource _ids = new();

    [Fact]
    public void An_id_has_the_version_the_variant_and_the_time()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var id = _ids.Next(Now.AddMilliseconds(i));

            Assert.Equal(7, id.Version);
            Assert.InRange(id.Variant, 8, 11);
            Assert.Equal(Now.AddMilliseconds(i).ToUnixTimeMilliseconds(), TimeOf(id));
        }
    }

    [Fact]
    public void Of_one_millisecond_each_lies_behind_the_one_before()
    {
        var drawn = Enumerable.Range(0, 100_000).Select(_ => _ids.Next(Now).ToString()).ToArray();

        Assert.Equal(drawn.Order(StringComparer.Ordinal), drawn);
        Assert.Equal(drawn.Length, drawn.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_later_millisecond_lies_behind_and_a_clock_that_is_set_back_is_followed()
    {
        var first = _ids.Next(Now);
        var later = _ids.Next(Now.AddMilliseconds(1));
        var back = _ids.Next(Now.AddHours(-1));

        Assert.True(string.CompareOrdinal(first.ToString(), later.ToString()) < 0);
        Assert.Equal(Now.AddHours(-1).ToUnixTimeMilliseconds(), TimeOf(back));
    }

    [Fact]
    public void There_is_no_id_of_a_time_before_1970() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _ids.Next(DateTimeOffset.UnixEpoch.AddMilliseconds(-1)));

    [Fact]
    public void Two_sources_and_many_threads_draw_no_id_twice()
    {
        var other = new Uuid7IdSource();
        var drawn = ParallelEnumerable.Range(0, 200_000).Select(i => (i % 2 == 0 ? _ids : other).Next(Now)).ToArray();

        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }

    static long TimeOf(Guid id) => long.Parse(id.ToString("N")[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
