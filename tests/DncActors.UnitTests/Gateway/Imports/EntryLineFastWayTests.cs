using System.Text;
using CsCheck;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Registry;

namespace DncActors.UnitTests.Gateway.Imports;

public sealed class EntryLineFastWayTests
{
    static readonly string[] _fields =
    [
        "\"phone\":\"+12025550123\"", "\"phone\":\"(202) 555-0124\"", "\"phone\":\"12\"", "\"phone\":null", "\"phone\":7", "\"pho\\u006ee\":\"+12025550125\"",
        "\"email\":\"Jane@B.example\"", "\"email\":\"jürgen@bücher.example\"", "\"email\":\"a@\\u0062.example\"", "\"email\":\"nobody\"",
        "\"channels\":[\"call\"]", "\"channels\":[\"sms\",\"call\",\"sms\"]", "\"channels\":[\"email\"]", "\"channels\":[]", "\"channels\":[\"fax\"]",
        "\"channels\":[null]", "\"channels\":null", "\"channels\":\"call\"", "\"channels\":[[\"call\"]]", "\"ch\\u0061nnels\":[\"call\"]",
        "\"reason\":\"They asked\"", "\"reason\":\"Höflich 🙂\"", "\"reason\":\" \"", "\"reason\":\"\"", "\"reason\":\"a\\nb\"",
        "\"reason\":null", "\"reason\":{}",
        "\"source\":\"optOut\"", "\"source\":\"manual\"", "\"source\":\"action\"", "\"source\":null",
        "\"expiresAt\":\"2030-01-01T00:00:00Z\"", "\"region\":\"GB\"", "\"fax\":\"1\"", "\"Phone\":\"+12025550126\"", "", "nonsense",
        "\"\\ud800\":1", "\"p\\udc00\":\"+12025550127\"", "\"reason\":\"\\ud800\"",
    ];

    static readonly Gen<string> _line = Gen.Select(
        Gen.Frequency((3, Gen.Int[0, 10]), (1, Gen.Int[0, _fields.Length - 1])).Select(i => _fields[i]).Array[0, 4],
        Gen.OneOf(Gen.Const(","), Gen.Const(" ,\t"), Gen.Const(",,")),
        Gen.Frequency((4, Gen.Const("{0}")), (1, Gen.OneOf(Gen.Const("[{0}]"), Gen.Const("{0}x"), Gen.Const("{0} "), Gen.Const("{0}{0}"), Gen.Const("null")))),
        (fields, comma, around) => around.Replace("{0}", $"{{{string.Join(comma, fields)}}}", StringComparison.Ordinal));

    [Fact]
    public void What_the_fast_way_reads_is_what_the_strict_way_reads() => Gen.Select(_line.Array[1, 4], Gen.OneOf(Gen.Const("US"), Gen.Const("DE"))).Sample(
        (lines, region) =>
        {
            // One after the other, as in a file: what is remembered of a line must not get into the next.
            var way = new EntryLineFastWay(region);
            foreach (var line in lines)
            {
                var utf8 = Encoding.UTF8.GetBytes(line);
                if (way.TryRead(utf8, out var draft)) Assert.Equal(draft, EntryImportForm.ReadStrictly(utf8, region).Value);
            }
        },
        iter: 20_000);

    [Theory]
    [InlineData("""{"phone":"+12025550123"}""")]
    [InlineData("""{"phone":"(202) 555-0123","channels":["call","sms"],"reason":"Imported."}""")]
    [InlineData(""" { "reason" : "Imported." , "channels" : [ "sms", "call" ] , "phone" : "202-555-0123" } """)]
    public void A_plain_line_goes_the_fast_way(string line)
    {
        Assert.True(new EntryLineFastWay("US").TryRead(Encoding.UTF8.GetBytes(line), out var draft));
        Assert.Equal(new EntryDraft(new(ContactPointKind.Phone, "+12025550123"), Channels.Phone, "Imported.", null, EntrySource.Import), draft);
    }

    [Theory]
    [InlineData("""{"email":"j@b.example","source":"optOut","reason":"Said so"}""", EntrySource.OptOut)]
    [InlineData("""{"email":"j@b.example","source":"manual","reason":"Said so"}""", EntrySource.Manual)]
    public void So_does_one_that_says_where_it_comes_from(string line, EntrySource source)
    {
        Assert.True(new EntryLineFastWay("US").TryRead(Encoding.UTF8.GetBytes(line), out var draft));
        Assert.Equal(new EntryDraft(new(ContactPointKind.Email, "j@b.example"), Channels.Email, "Said so", null, source), draft);
    }

    [Fact]
    public void A_reason_that_lines_have_in_common_is_kept_once()
    {
        var way = new EntryLineFastWay("US");
        Assert.True(way.TryRead("""{"phone":"+12025550123","reason":"They asked"}"""u8, out var one));
        Assert.True(way.TryRead("""{"phone":"+12025550124","reason":"They asked"}"""u8, out var other));
        Assert.Same(one.Reason, other.Reason);
    }

    [Fact]
    public void What_is_endless_or_no_text_is_left_to_the_strict_way()
    {
        var way = new EntryLineFastWay("US");
        Assert.False(way.TryRead(Encoding.UTF8.GetBytes($$"""{"phone":"+12025550123","reason":"{{new string('x', 10_000)}}"}"""), out _));
        Assert.False(way.TryRead(Encoding.UTF8.GetBytes($$"""{"phone":"+12025550123","channels":["call"{{Repeat(",\"sms\"", 1_000)}}]}"""), out _));
        Assert.False(way.TryRead([.. """{"phone":"+12025550123","reason":" """u8, 0xC3, .. "\"}"u8], out _));

        static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
    }
}
