using System.Buffers;
using System.Text;
using CsCheck;
using DncActors.Gateway.Imports;

namespace DncActors.UnitTests.Gateway.Imports;

/// <summary>A CSV is the same records however it is cut on its way: an import that is sent again must be the same import.</summary>
public sealed class CsvArrivalTests
{
    static readonly Gen<string> Cell = Of("a", "b c", "é", "🛑", "\"", ",", ";", "|", "\t", "\r", "\n", "\r\n", "#", "\0").Array[0, 4].Select(string.Concat);

    static readonly SearchValues<char> Special = SearchValues.Create("\",;|\t\r\n");

    [Fact]
    public async Task Records_are_the_same_however_the_file_arrives() => await Gen.Select(
        Gen.Select(Cell, Cell).Array[0, 6], Of(",", ";", "|", "\t"), Of("\n", "\r\n", "\r").Array[8], Gen.Int[1, 9]).SampleAsync(
        async (records, separator, ends, step) =>
        {
            var lines = records.Select(r => $"{Quoted(r.Item1)}{separator}{Quoted(r.Item2)}").Prepend($"phone{separator}reason");
            var read = await ReadAsync(string.Concat(lines.Select((line, i) => line + ends[i])), step);
            return read.SequenceEqual(records.Select((r, i) => (i + 2L, Read(r.Item1, r.Item2))));
        },
        iter: 2_000);

    [Fact]
    public async Task Torn_files_are_read_the_same_way_however_they_arrive() => await Gen.Select(
        Of("a", "é", "\"", ",", ";", "\r", "\n", "\r\n", "\0", " ").Array[0, 40].Select(string.Concat), Gen.Int[1, 9]).SampleAsync(
        async (text, step) =>
        {
            var whole = await ReadAsync("phone,reason\n" + text, int.MaxValue);
            return whole.SequenceEqual(await ReadAsync("phone,reason\n" + text, step));
        },
        iter: 2_000);

    [Theory]
    [InlineData("phone\n(202) 555-0123; mobile\n", "(202) 555-0123; mobile")]
    [InlineData("phone\n202|555|0123\n", "202|555|0123")]
    public async Task The_header_alone_says_what_separates(string csv, string phone) => Assert.Equal((2, $"{phone}/"), Assert.Single(await ReadAsync(csv, 7)));

    [Theory]
    [InlineData("\0phone\n1\n", "column 1")]
    [InlineData("phone,rea\uFFFDson\n1,2\n", "column 2: The text holds bytes that are not UTF-8")]
    [InlineData("\n\nphone\n1\n", "Line 1 is empty")]
    [InlineData("phone,\n1,2\n", "Column 2 has no name")]
    [InlineData("phone,\"reason\n1,2\n", "Line 1: The record is not well-formed")]
    public async Task A_header_that_cannot_be_used_says_where(string csv, string told) =>
        Assert.Contains(told, (await OpenAsync(csv, 3)).Refusal!.Detail, StringComparison.Ordinal);

    [Fact]
    public async Task The_column_of_a_bad_text_is_named()
    {
        var csv = (await OpenAsync("phone,reason\n1,a\0\n", 3)).Value!;
        await foreach (var line in csv.ReadAsync<string>(_ => "", TestContext.Current.CancellationToken))
        {
            Assert.Equal("reason", Assert.Single(line.Read.Refusal!.Errors).Field);
        }
    }

    static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    static string? Read(string phone, string reason) =>
        (phone + reason).Contains('\0', StringComparison.Ordinal) ? null : $"{Unix(phone).Trim()}/{Unix(reason).Trim()}";

    static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    static Task<Domain.Outcomes.Outcome<CsvLines>> OpenAsync(string text, int step) => CsvLines.OpenAsync(
        new SlowStream(Encoding.UTF8.GetBytes(text), step), name => name is "phone" or "reason", "phone, reason", TestContext.Current.CancellationToken);

    static async Task<List<(long, string?)>> ReadAsync(string text, int step)
    {
        var csv = (await OpenAsync(text, step)).Value!;
        var read = new List<(long, string?)>();
        await foreach (var line in csv.ReadAsync<string>(row => $"{csv.Columns.TextOf(row, "phone")}/{csv.Columns.TextOf(row, "reason")}"))
        {
            read.Add((line.Number, line.Read.Value));
        }
        if (csv.Broken is { } broken) read.Add((0, broken.Detail));
        return read;
    }
}
