using System.Text.Json;

namespace DncActors.ClusterTests.Readme;

public sealed class PrintedJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", """{"b":"x","a":1}""")]
    [InlineData("""{"a":"…"}""", """{"a":{"b":[1,2]}}""")]
    [InlineData("""{"a":"by … at …Z"}""", """{"a":"by key:1 at 12Z"}""")]
    [InlineData("""{"a":1,"…":"…"}""", """{"a":1,"b":2}""")]
    [InlineData("""[1,"…"]""", "[1,2,3]")]
    public void What_is_printed_is_so(string printed, string real) => Assert.Empty(Differences(printed, real));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"…":"…"}""", """{"b":2}""")]
    [InlineData("""{"a":"by …"}""", """{"a":"from x"}""")]
    [InlineData("[1]", "[1,2]")]
    [InlineData("""[1,"…"]""", "[2,3]")]
    [InlineData("""{"a":null}""", """{"a":"x"}""")]
    public void What_is_printed_is_not_so(string printed, string real) => Assert.Single(Differences(printed, real));

    static IEnumerable<string> Differences(string printed, string real) =>
        PrintedJson.Differences(JsonDocument.Parse(printed).RootElement, JsonDocument.Parse(real).RootElement);
}
