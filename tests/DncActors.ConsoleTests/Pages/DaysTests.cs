using DncActors.Console.Parts;

namespace DncActors.ConsoleTests.Pages;

public sealed class DaysTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_day_begins_and_ends_in_the_readers_zone()
    {
        Assert.Equal(new DateTimeOffset(2026, 4, 30, 22, 0, 0, TimeSpan.Zero), Days.Begin("2026-05-01", Berlin));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 22, 0, 0, TimeSpan.Zero), Days.End("2026-05-01", Berlin));
    }

    [Fact]
    public void A_day_on_which_the_clock_is_changed_has_its_own_length() =>
        Assert.Equal(TimeSpan.FromHours(23), Days.End("2026-03-29", Berlin) - Days.Begin("2026-03-29", Berlin));

    [Fact]
    public void A_moment_is_one_of_the_readers_clock() =>
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 9, 30, 0, TimeSpan.Zero), Days.Moment("2026-01-01T10:30", Berlin));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    public void What_is_no_day_is_none(string? text)
    {
        Assert.Null(Days.Begin(text, Berlin));
        Assert.Null(Days.End(text, Berlin));
        Assert.Null(Days.Moment(text, Berlin));
    }
}
