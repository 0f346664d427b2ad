using CsCheck;
using DncActors.Domain.Paging;
using DncActors.Gateway.Requests;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_the_store_gave_it() => Gen.Select(Gen.String, Gen.String[Gen.Char[' ', '\u07ff'], 0, 200]).Sample((scope, cursor) =>
        Cursors.Unwrap(scope, Cursors.Wrap(scope, cursor)!) == cursor);

    [Fact]
    public void A_cursor_of_another_list_is_refused() => Assert.Null(Cursors.Unwrap("default\n/v1/leads\nq=b", Cursors.Wrap("default\n/v1/leads\nq=a", "7")!));

    [Fact]
    public void A_cursor_that_was_changed_on_the_way_is_refused() => Gen.Select(Gen.Int[0, 20], Gen.Char.AlphaNumeric).Sample((at, to) =>
    {
        var cursor = Cursors.Wrap("s", "2026/17")!.ToCharArray();
        if (cursor[at % cursor.Length] == to) return true;
        cursor[at % cursor.Length] = to;
        return Cursors.Unwrap("s", new string(cursor)) is null or "2026/17";
    });

    [Theory]
    [InlineData("")]
    [InlineData("junk")]
    [InlineData("%%%")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    public void Junk_is_refused(string cursor) => Assert.Null(Cursors.Unwrap("s", cursor));

    [Fact]
    public void Pages_of_a_list_in_memory_are_the_list() => Gen.Select(Gen.Int[1, 7], Gen.Int[0, 40]).Sample((limit, count) =>
    {
        var all = Enumerable.Range(0, count).Select(i => $"{i * 7919 % 1000:000}-{i}").ToList();
        var (byKey, sliced) = (new List<string>(), new List<string>());
        for (string? cursor = null; ;)
        {
            var page = Paging.Of(all, k => k, new PageRequest(limit, cursor));
            byKey.AddRange(page.Items);
            if ((cursor = page.Next) is null) break;
        }
        for (string? cursor = null; ;)
        {
            var page = Paging.Slice(all, new PageRequest(limit, cursor));
            sliced.AddRange(page.Items);
            if ((cursor = page.Next) is null) break;
        }
        return byKey.SequenceEqual(all.Order(StringComparer.Ordinal)) && sliced.SequenceEqual(all);
    });
}
