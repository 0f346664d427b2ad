using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DncActors.Client.Scrubs;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.Scrubs;

namespace DncActors.UnitTests.Gateway.Scrubs;

public sealed class NdJsonScrubTests
{
    [Theory]
    [InlineData("""{"phone":"2025550124","id":7}""", """{"phone":"2025550124","id":7,"verdict":"blocked","reason":"dnc.entry"}""")]
    [InlineData("""  { "id" : [1,2] , "phone":"\u0032025550123" }  """, """  { "id" : [1,2] , "phone":"\u0032025550123","verdict":"allowed","reason":""}""")]
    [InlineData("\"2025550123\"", """{"phone":"2025550123","verdict":"allowed","reason":""}""")]
    [InlineData("{}", """{"verdict":"invalid","reason":"unreadable"}""")]
    [InlineData("""{"email":"a@b.org"}""", """{"email":"a@b.org","verdict":"invalid","reason":"unreadable"}""")]
    [InlineData("""{"phone":"2025550124","verdict":"allowed","reason":""}""", """{"phone":"2025550124","verdict":"blocked","reason":"dnc.entry"}""")]
    [InlineData("""{"phone":"2025550123","phone":"2025550124"}""",
        """{"phone":"2025550123","phone":"2025550124","verdict":"invalid","reason":"unreadable"}""")]
    [InlineData("""{"phone":2025550124}""", """{"phone":2025550124,"verdict":"invalid","reason":"unreadable"}""")]
    [InlineData("""{"phone":"\ud800"}""", """{"phone":"\ud800","verdict":"invalid","reason":"unreadable"}""")]
    [InlineData("""{"phone":"1" """, """{"text":"{\"phone\":\"1\" ","verdict":"invalid","reason":"not-json"}""")]
    [InlineData("2025550124", """{"text":"2025550124","verdict":"invalid","reason":"not-json"}""")]
    [InlineData("""{"phone":"2025550124"} {}""", """{"text":"{\"phone\":\"2025550124\"} {}","verdict":"invalid","reason":"not-json"}""")]
    public async Task A_line_comes_back_with_two_fields_behind_its_own(string line, string expected)
    {
        foreach (var end in new[] { "\n", "\r\n" })
        {
            for (var step = 1; step < 9; step++)
            {
                var answer = await ScrubbedFile.NdJsonAsync($"\uFEFF{line}{end}{end}\"2025550123\"", ScrubbedFile.Phones(), step);
                Assert.Equal($"{expected}{end}{end}{{\"phone\":\"2025550123\",\"verdict\":\"allowed\",\"reason\":\"\"}}\n", answer);
            }
        }
    }

    [Fact]
    public async Task A_field_whose_name_is_no_text_makes_its_line_invalid_and_no_other() => Assert.Matches(
        "^.*\"invalid\".*\n.*\"allowed\".*\n$",
        await ScrubbedFile.NdJsonAsync("""{"\ud800":1,"phone":"2025550123"}""" + "\n\"2025550123\"\n", ScrubbedFile.Phones()));

    [Fact]
    public async Task A_line_that_is_too_long_ends_it() => await Assert.ThrowsAsync<ScrubEndedException>(
        () => ScrubbedFile.NdJsonAsync($"\"{new string('1', ScrubLimits.MaxLineBytes)}\"\n", ScrubbedFile.Phones(), 10_000));

    [Fact]
    public async Task Objects_keep_their_fields_and_earlier_answers_are_replaced() => await Gen.Select(
        Gen.Select(Of("phone", "verdict", "reason", "id", "é\"", "email"), Of("\"2025550124\"", "\"+12025550123\"", "7", "{\"verdict\":1}", "[\"x\"]", "null"))
            .Array[0, 6].Array[1, 5],
        Gen.Int[1, 50]).SampleAsync(
        async (objects, step) =>
        {
            var lines = objects.Select(o => $"{{{string.Join(',', o.DistinctBy(m => m.Item1).Select(m => $"{JsonSerializer.Serialize(m.Item1)}:{m.Item2}"))}}}")
                .ToArray();
            var answer = await ScrubbedFile.NdJsonAsync(string.Join('\n', lines), ScrubbedFile.Phones(), step);
            return answer.TrimEnd('\n').Split('\n').Zip(lines, (said, line) => JsonNode.DeepEquals(JsonNode.Parse(said), Expected(line))).All(same => same)
                && answer.Count(c => c == '\n') == lines.Length;
        },
        iter: 2_000);

    static JsonObject Expected(string line)
    {
        var node = JsonNode.Parse(line)!.AsObject();
        var typed = node["phone"] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
        var verdict = ScrubbedFile.Judge(PhoneReader.TryReadNumber(typed, "US", out var number, out _) ? number : 0);
        node["verdict"] = verdict.ToString().ToLowerInvariant();
        node["reason"] = verdict switch { CheckVerdict.Blocked => "dnc.entry", CheckVerdict.Invalid => "unreadable", _ => "" };
        return node;
    }

    static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
