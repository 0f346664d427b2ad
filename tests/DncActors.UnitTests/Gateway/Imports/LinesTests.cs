using System.IO.Pipelines;
using System.Text;
using CsCheck;
using DncActors.Contracts.Imports;
using DncActors.Gateway.Imports;

namespace DncActors.UnitTests.Gateway.Imports;

public sealed class LinesTests
{
    [Fact]
    public async Task Lines_are_numbered_and_blank_ones_passed_over()
    {
        var lines = await ReadAsync("\uFEFF{\"a\":1}\r\n\r\n  \n{\"b\":2}\nlast");
        Assert.Equal([(1, "{\"a\":1}"), (4, "{\"b\":2}"), (5, "last")], lines);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_and_those_behind_it_are_read()
    {
        var lines = await ReadAsync($"first\n{new string('x', 3 * NdJsonLines.MaxLineBytes)}\nthird\n{new string('y', 2 * NdJsonLines.MaxLineBytes)}");
        Assert.Equal([1, 2, 3, 4], lines.Select(l => l.Number));
        Assert.Equal(["first", null, "third", null], lines.Select(l => l.Text));
    }

    [Fact]
    public async Task Lines_are_the_same_however_the_body_arrives() => await Gen.Select(
        Gen.String[Gen.Char['a', 'e'], 0, 12].Array[0, 12], Gen.Int[1, 9]).SampleAsync(async (texts, step) =>
    {
        var lines = await ReadAsync(string.Join('\n', texts), step);
        var expected = texts.Select((text, i) => ((long)i + 1, (string?)text)).Where(l => l.Item2!.Length > 0);
        return lines.SequenceEqual(expected);
    }, iter: 300);

    [Fact]
    public async Task Records_of_csv_have_their_columns_by_name()
    {
        var csv = await OpenAsync("phone, Reason ,channels\r\n+12025550123,\"said \"\"stop\"\",\nlater\",call;sms\r\n\r\n,only a reason\r\n");
        var rows = await RowsAsync(csv,
            row => $"{csv.Columns.TextOf(row, "phone")}|{csv.Columns.TextOf(row, "reason")}|{string.Join('+', csv.Columns.WordsOf(row, "channels") ?? [])}");
        Assert.Equal(["+12025550123|said \"stop\",\nlater|call+sms", "|only a reason|"], rows.Select(r => r.Text));
        Assert.Null(csv.Broken);
    }

    [Fact]
    public async Task A_column_that_is_not_known_or_there_twice_is_refused_by_name()
    {
        var refused = await CsvLines.OpenAsync(Body("phone,fax,Phone\n1,2,3\n"), IsColumn, "phone, reason, channels", TestContext.Current.CancellationToken);
        Assert.Equal(["fax", "Phone"], refused.Refusal!.Errors.Select(e => e.Field));
        Assert.Contains("phone, reason", refused.Refusal.Errors[0].Message, StringComparison.Ordinal);
        Assert.False((await CsvLines.OpenAsync(Body(""), IsColumn, "phone", TestContext.Current.CancellationToken)).Ok);
    }

    [Fact]
    public async Task Bad_text_refuses_its_line_alone()
    {
        var csv = await OpenAsync("phone\na\0b\n+12025550123\n");
        var rows = await RowsAsync(csv, row => csv.Columns.TextOf(row, "phone")!);
        Assert.Equal([null, "+12025550123"], rows.Select(r => r.Text));
        Assert.Equal([2, 3], rows.Select(r => r.Number));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_stops_the_reading_and_says_where()
    {
        var csv = await OpenAsync($"phone\n+12025550123\n\"{new string('x', 3 * NdJsonLines.MaxLineBytes)}");
        var rows = await RowsAsync(csv, row => csv.Columns.TextOf(row, "phone")!);
        Assert.Equal("+12025550123", Assert.Single(rows).Text);
        Assert.Contains("Line 3", csv.Broken!.Detail, StringComparison.Ordinal);
    }

    static async Task<CsvLines> OpenAsync(string text) =>
        (await CsvLines.OpenAsync(Body(text), IsColumn, "phone, reason, channels", TestContext.Current.CancellationToken)).Value!;

    static bool IsColumn(string name) => name.ToUpperInvariant() is "PHONE" or "REASON" or "CHANNELS";

    static async Task<List<(long Number, string? Text)>> RowsAsync(CsvLines csv, Func<Sylvan.Data.Csv.CsvDataReader, string> read) =>
        await CollectAsync(csv.ReadAsync<string>(row => read(row), TestContext.Current.CancellationToken));

    static Task<List<(long Number, string? Text)>> ReadAsync(string text, int step = int.MaxValue) =>
        CollectAsync(
            NdJsonLines.ReadAsync<string>(PipeReader.Create(new SlowStream(Encoding.UTF8.GetBytes(text), step)), line => Encoding.UTF8.GetString(line.Span)));

    static async Task<List<(long Number, string? Text)>> CollectAsync(IAsyncEnumerable<ImportLine<string>> lines)
    {
        var collected = new List<(long, string?)>();
        await foreach (var line in lines) collected.Add((line.Number, line.Read.Value));
        return collected;
    }

    static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));
}
