using DncActors.Console.Parts;

namespace DncActors.ConsoleTests.Pages;

public sealed class SaidWordsTests
{
    static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Times_are_found_among_the_words_and_nothing_is_lost()
    {
        var parts = SaidWords.Of("Blocked, at 2026-05-01T12:00:00Z, until 2026-05-02T12:00:00.5Z: said so").ToList();

        Assert.Equal(
            [
                ("Blocked, at ", null), ("2026-05-01T12:00:00Z", Noon), (", until ", null),
                ("2026-05-02T12:00:00.5Z", Noon.AddDays(1).AddSeconds(.5)), (": said so", null),
            ],
            parts);
    }

    [Theory]
    [InlineData("nothing of time")]
    [InlineData("9999-99-99T99:99:99Z is none")]
    [InlineData("")]
    public void Words_without_a_time_stay_as_they_are(string text) =>
        Assert.Equal(text, string.Concat(SaidWords.Of(text).Select(part => part.At is null ? part.Words : "?")));

    [Theory]
    [InlineData("Added by hand, by Ann Z: Zed (ann), at 2026-05-01T12:00:00Z: call me Z: never", "call me Z: never")]
    [InlineData("By import x, by ann, at 2026-05-01T12:00:00Z, until 2026-06-01T12:00:00Z: registry", "registry")]
    [InlineData("The lead 'x' stands in the status 'Z: dead'.", null)]
    [InlineData(null, null)]
    public void What_people_wrote_stands_behind_who_and_when(string? text, string? said) => Assert.Equal(said, SaidWords.BehindWhoAndWhen(text));
}
