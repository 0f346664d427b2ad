using DncActors.Storage.Leads;

namespace DncActors.StorageTests.Leads;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" -- ", "")]
    [InlineData("Ada Lovelace", "ada lovelace")]
    [InlineData("O'Neil-Smith, Jr.", "o neil smith jr")]
    [InlineData("ÉMILE Zola", "émile zola")]
    [InlineData("山田 太郎", "山田 太郎")]
    [InlineData("Ada ADA ada", "ada")]
    [InlineData("e\u0301mile", "e\u0301mile")]
    [InlineData("a b c d e f g h i j", "a b c d e f g h")]
    public void Words_are_runs_of_letters_and_digits_in_lower_case(string? name, string words) =>
        Assert.Equal(words, string.Join(' ', NameWords.Of(name)));

    [Fact]
    public void A_word_is_cut_where_it_is_too_long() => Assert.Equal([new string('x', 32)], NameWords.Of(new string('X', 5_000)));
}
