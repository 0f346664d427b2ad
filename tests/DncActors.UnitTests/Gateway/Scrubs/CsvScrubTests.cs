using System.Buffers;
using CsCheck;
using DncActors.Client.Scrubs;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.Scrubs;
using Sylvan.Data.Csv;

namespace DncActors.UnitTests.Gateway.Scrubs;

public sealed class CsvScrubTests
{
    static readonly SearchValues<char> Special = SearchValues.Create("\",;|\t\r\n");

    static readonly Gen<string> Phone = Of(
        "2025550124", "+12025550123", "(202) 555-0125", "1.202.555.0126", "+44 20 7946 0000", "what", "", " 2025550124 ", "2025550124 ext 5",
        "٢٠٢٥٥٥٠١٢٤");

    static readonly Gen<string> Cell = Of("a", "b c", "é", "🛑", "\"", ",", ";", "|", "\t", "\n", "\r\n", "\"\"").Array[0, 4].Select(string.Concat);

    [Theory]
    [InlineData("phone\n2025550124\n2025550123\nwhat\n",
        "phone,verdict,reason\n2025550124,blocked,dnc.entry\n2025550123,allowed,\nwhat,invalid,unreadable\n")]
    [InlineData("2025550124\r\n\r\n2025550123", "2025550124,blocked,dnc.entry\r\n\r\n2025550123,allowed,")]
    [InlineData("\uFEFFPhone\r\n2025550123\r\n", "\uFEFFPhone,verdict,reason\r\n2025550123,allowed,\r\n")]
    [InlineData("\uFEFF", "\uFEFF")]
    [InlineData("", "")]
    [InlineData("\n\nname;phone\nJane;2025550124\nJoe\n",
        "\n\nname;phone;verdict;reason\nJane;2025550124;blocked;dnc.entry\nJoe;invalid;unreadable\n")]
    [InlineData("\"Do, \"\"Jane\"\"\nof A\",\"2025550124\"\nJoe,2025550123\n",
        "\"Do, \"\"Jane\"\"\nof A\",\"2025550124\",blocked,dnc.entry\nJoe,2025550123,allowed,\n",
        "2")]
    [InlineData("202,5550124\n202,5550123\n", "202,5550124,blocked,dnc.entry\n202,5550123,allowed,\n", "1+2")]
    [InlineData("area\tnumber\n202\t5550123\n", "area\tnumber\tverdict\treason\n202\t5550123\tallowed\t\n", "1 2")]
    [InlineData("5\" pipe,2025550123\n", "5\" pipe,2025550123,allowed,\n", "2")]
    public async Task Lines_come_back_as_they_are_with_two_fields_behind_them(string csv, string expected, string? column = null)
    {
        for (var step = 1; step < 12; step++)
            Assert.Equal(expected, await ScrubbedFile.CsvAsync(csv, ScrubbedFile.Phones(new CsvAsked { Column = column }), step));
    }

    [Theory]
    [InlineData("2025550123\n", true, "2025550123,verdict,reason\n")]
    [InlineData("phone\n", false, "phone,invalid,unreadable\n")]
    [InlineData("call me\n", null, "call me,verdict,reason\n")]
    public async Task Whether_there_is_a_header_can_be_said(string csv, bool? hasHeader, string expected) =>
        Assert.Equal(expected, await ScrubbedFile.CsvAsync(csv, ScrubbedFile.Phones(new CsvAsked { HasHeader = hasHeader })));

    [Fact]
    public async Task A_delimiter_of_any_kind_may_be_said_and_what_is_added_is_quoted_where_it_needs_to_be() => Assert.Equal(
        "a.2025550124.blocked.\"dnc.entry\"\n",
        await ScrubbedFile.CsvAsync("a.2025550124\n", ScrubbedFile.Phones(new CsvAsked { Column = "2", Delimiter = (byte)'.' })));

    [Fact]
    public async Task Emails_are_read_where_emails_are_asked_for() => Assert.Equal(
        "name,email,verdict,reason\nJane,JANE@X.example,blocked,dnc.entry\nJoe,joe@b.org,allowed,\nJim,2025550123,invalid,unreadable\n",
        await ScrubbedFile.CsvAsync(
            "name,email\nJane,JANE@X.example\nJoe,joe@b.org\nJim,2025550123\n", new ScrubQuestion(Channels.Email, "US", new CsvAsked())));

    [Theory]
    [InlineData("a,b\n", "phones")]
    [InlineData("a,b\n", "0")]
    [InlineData("a,b\n", "1+2+3+4+5")]
    public async Task A_column_that_is_not_there_ends_it_before_it_begins(string csv, string column)
    {
        var ended = await Assert.ThrowsAsync<ScrubEndedException>(() => ScrubbedFile.CsvAsync(csv, ScrubbedFile.Phones(new CsvAsked { Column = column })));
        Assert.Equal("column", Assert.Single(ended.Why.ToModel().Errors!).Key);
    }

    [Theory]
    [InlineData("phone\n\"2025550123\n2025550124\n")]
    [InlineData("2025550123,\"")]
    public async Task A_quote_that_is_never_closed_ends_it(string csv)
    {
        for (var step = 1; step < 9; step++) await Assert.ThrowsAsync<ScrubEndedException>(() => ScrubbedFile.CsvAsync(csv, ScrubbedFile.Phones(), step));
    }

    [Theory]
    [InlineData(ScrubLimits.MaxLineBytes - 12, true)]
    [InlineData(ScrubLimits.MaxLineBytes - 11, false)]
    public async Task A_line_has_a_most(int filling, bool isTaken)
    {
        var csv = $"2025550123,{new string('x', filling)}\n";
        foreach (var (text, step) in new[] { (csv, int.MaxValue), (csv, 1_000), (string.Concat(Enumerable.Repeat(csv, 9)), 70_000) })
        {
            if (isTaken) Assert.Contains("x,allowed,\n", await ScrubbedFile.CsvAsync(text, ScrubbedFile.Phones(), step), StringComparison.Ordinal);
            else await Assert.ThrowsAsync<ScrubEndedException>(() => ScrubbedFile.CsvAsync(text, ScrubbedFile.Phones(), step));
        }
    }

    [Fact]
    public async Task Chunks_come_in_order_and_lose_nothing()
    {
        var lines = Enumerable.Range(0, 100_000).Select(i => i % 7 == 0 ? "" : $"{2_025_550_000L + (i % 9_999)}").ToArray();
        var expected = lines.Select(l => l.Length == 0 ? l : long.Parse(l, null) % 2 == 0 ? l + ",blocked,dnc.entry" : l + ",allowed,");
        Assert.Equal(string.Join('\n', expected), await ScrubbedFile.CsvAsync(string.Join('\n', lines), ScrubbedFile.Phones(), 50_000));
    }

    [Fact]
    public async Task Any_file_is_the_same_records_as_another_reader_finds_each_with_the_verdict_of_a_single_check() => await Gen.Select(
        Gen.Select(Phone, Cell, Cell).Array[1, 6], Gen.Int[0, 2], Of(",", ";", "|", "\t"), Of("\n", "\r\n").Array[7], Gen.Int[1, 40], Gen.Bool).SampleAsync(
        async (records, column, delimiter, ends, step, hasHeader) =>
        {
            var lines = records.Select(r => string.Join(delimiter, Row(r, column).Select(Quoted))).ToList();
            if (hasHeader) lines.Insert(0, string.Join(delimiter, Row(("phone", "first", "second"), column)));
            var csv = string.Concat(lines.Select((line, i) => line + ends[i]));
            var asked = new CsvAsked { Column = $"{column + 1}", Delimiter = (byte)delimiter[0], HasHeader = hasHeader };

            var answer = Rows(await ScrubbedFile.CsvAsync(csv, ScrubbedFile.Phones(asked), step), delimiter);

            var expected = Rows(csv, delimiter).Select((row, i) => row.Concat(i == 0 && hasHeader ? ["verdict", "reason"] : VerdictOn(row[column])));
            return answer.Count == lines.Count && answer.Zip(expected).All(pair => pair.First.SequenceEqual(pair.Second));
        },
        iter: 3_000);

    static string[] VerdictOn(string typed) => ScrubbedFile.Judge(PhoneReader.TryReadNumber(typed, "US", out var number, out _) ? number : 0) switch
    {
        CheckVerdict.Allowed => ["allowed", ""],
        CheckVerdict.Blocked => ["blocked", "dnc.entry"],
        _ => ["invalid", "unreadable"],
    };

    static string[] Row((string Phone, string First, string Second) record, int column)
    {
        List<string> row = [record.First, record.Second];
        row.Insert(column, record.Phone);
        return [.. row];
    }

    static List<string[]> Rows(string csv, string delimiter)
    {
        using var reader = CsvDataReader.Create(
            new StringReader(csv), new CsvDataReaderOptions { HasHeaders = false, Delimiter = delimiter[0], Comment = '\uDC00', BufferSize = 1 << 16 });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)]);
        return rows;
    }

    static string Quoted(string text) => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
