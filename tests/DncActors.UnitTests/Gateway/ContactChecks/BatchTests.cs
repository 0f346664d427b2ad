using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using DncActors.Client.ContactChecks;
using DncActors.Client.Json;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.ContactChecks;

namespace DncActors.UnitTests.Gateway.ContactChecks;

public sealed class BatchTests
{
    [Theory]
    [InlineData("""{"channel":"call","phones":["2025550124","+12025559999","what","\u002b1 202 555 0124"]}""")]
    [InlineData("""{"phones":["2025550124","+12025559999","what","\u002b12025550124"],"channel":"call"}""")]
    [InlineData("""{"region":"US","phones":["2025550124","+12025559999","","(202) 555-0124"],"channel":"sms"}""")]
    public async Task A_batch_is_answered_in_order_a_word_for_each(string body)
    {
        await using var host = await GatewayHost.StartAsync();
        host.Checks.Blocked.Add("+12025550124");
        var said = JsonSerializer.Deserialize<BatchVerdictsModel>((await host.PostAsync("/v1/contact-checks/batch", body)).IsOk().Text, DncJson.Options)!;
        Assert.Equal(["blocked", "allowed", "invalid", "blocked"], said.Verdicts);
        Assert.Equal((1, 2, 1, StandInChecks.AsOf), (said.Allowed, said.Blocked, said.Invalid, said.AsOf));
    }

    [Fact]
    public async Task Emails_are_answered_alike()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Checks.Blocked.Add("jane@example.com");
        var said = JsonSerializer.Deserialize<BatchVerdictsModel>(
            (await host.PostAsync("/v1/contact-checks/batch", """{"channel":"email","emails":["JANE@example.com","joe@example.com","no","\ud800"]}"""))
                .IsOk().Text, DncJson.Options)!;
        Assert.Equal(["blocked", "allowed", "invalid", "invalid"], said.Verdicts);
    }

    [Fact]
    public async Task Whole_verdicts_are_told_where_they_are_asked_for()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Checks.Blocked.Add("+12025550124");
        var said = JsonSerializer.Deserialize<DetailedBatchVerdictsModel>(
            (await host.PostAsync("/v1/contact-checks/batch?detail=true", """{"channel":"call","phones":["2025550124","2025559999","what"]}"""))
                .IsOk().Text, DncJson.Options)!;
        Assert.Equal(["+12025550124", "+12025559999", "what"], said.Verdicts.Select(v => v.ContactPoint));
        Assert.Equal([false, true, false], said.Verdicts.Select(v => v.Allowed));
        Assert.Single(said.Verdicts[0].Reasons);
    }

    [Theory]
    [InlineData("""{"channel":"call"}""", "phones")]
    [InlineData("""{"channel":"call","phones":["1"],"emails":["a"]}""", "phones")]
    [InlineData("""{"channel":"email","phones":["1"]}""", "channel")]
    [InlineData("""{"phones":["1"]}""", "channel")]
    [InlineData("""{"channel":"call","phones":[1]}""", "phones[0]")]
    [InlineData("""{"channel":"call","phones":["1",null]}""", "phones[1]")]
    [InlineData("""{"channel":"call","phones":"1"}""", "phones")]
    [InlineData("""{"channel":"call","phones":["1"],"surprise":1}""", "surprise")]
    [InlineData("""{"channel":"call","channel":"sms","phones":["1"]}""", "channel")]
    [InlineData("""{"channel":"call","phones":["1"],"region":"XX"}""", "region")]
    [InlineData("""{"channel":"call","phones":["1"]""", "")]
    [InlineData("", "")]
    public async Task What_is_no_batch_is_refused_by_field(string body, string field)
    {
        await using var host = await GatewayHost.StartAsync();
        foreach (var detail in new[] { "", "?detail=true" })
        {
            var said = (await host.PostAsync("/v1/contact-checks/batch" + detail, body)).IsProblem(HttpStatusCode.BadRequest, "validation");
            Assert.True(said.Json.GetProperty("errors").TryGetProperty(field, out _), said.Text);
        }
    }

    [Fact]
    public async Task A_batch_has_an_end()
    {
        await using var host = await GatewayHost.StartAsync();
        var most = JsonSerializer.Serialize(new { channel = "call", phones = Enumerable.Repeat("2025550124", BatchLimits.Maximum) });
        Assert.Equal(BatchLimits.Maximum, (await host.PostAsync("/v1/contact-checks/batch", most)).IsOk().Json.GetProperty("allowed").GetInt32());
        var tooMany = JsonSerializer.Serialize(new { channel = "call", phones = Enumerable.Repeat("2025550124", BatchLimits.Maximum + 1) });
        (await host.PostAsync("/v1/contact-checks/batch", tooMany)).IsProblem(HttpStatusCode.RequestEntityTooLarge, "too-large");
        var tooManyInDetail = JsonSerializer.Serialize(new { channel = "call", phones = Enumerable.Repeat("2025550124", BatchLimits.MaximumWithDetail + 1) });
        (await host.PostAsync("/v1/contact-checks/batch?detail=true", tooManyInDetail)).IsProblem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public void Phones_are_read_from_bytes_as_they_are_from_text() => Gen.OneOf(Gen.String[Gen.Char[' ', '~'], 0, 30], Gen.String).Array[0, 20].Sample(phones =>
    {
        // What a serializer writes of half a character is another text; nobody can send it.
        phones = [.. phones.Select(p => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(p)))];
        var body = JsonSerializer.SerializeToUtf8Bytes(new { channel = "sms", phones });
        Assert.True(BatchHead.TryRead(body, out var head));
        var numbers = BatchPhones.Read(body.AsSpan(head.ListAt), "US", out var count);
        Assert.Equal(phones.Length, count);
        Assert.Equal(phones.Select(p => PhoneReader.TryReadNumber(p, "US", out var n, out _) ? n : 0), numbers!.Take(count));
    });

    [Fact]
    public void A_body_that_was_cut_anywhere_is_never_read_as_whole()
    {
        var body = """{"channel":"call","region":"US","phones":["2025550124","\u0031"]}"""u8.ToArray();
        Assert.All(Enumerable.Range(0, body.Length), length => Assert.False(BatchHead.TryRead(body.AsSpan(0, length), out _)));
    }
}
