using System.Text;
using DncActors.Console.Parts;

namespace DncActors.ConsoleTests.Pages;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("+12025550123", "+12025550123")]
    [InlineData("+1 (202) 555-0123", "+1 (202) 555-0123")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("-2", "'-2")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData(null, "")]
    public void A_cell_is_what_a_spreadsheet_reads_as_text(string? text, string cell) => Assert.Equal($"\uFEFFname\r\n{cell}\r\n", Csv([text]));

    [Fact]
    public void Cells_stand_in_the_order_of_the_header() => Assert.Equal("\uFEFFa,b\r\n1,2\r\n3,4\r\n", Csv(["a", "b"], ["1", "2"], ["3", "4"]));

    static string Csv(IReadOnlyList<string?> row) => Csv(["name"], row);

    static string Csv(IReadOnlyList<string> header, params IReadOnlyList<string?>[] rows) => Encoding.UTF8.GetString(CsvText.Of(header, rows));
}
