using System.Net;
using DncActors.Contracts.Access;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Request = DncActors.Domain.Ledger.Request;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class IdempotencyTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057", true)]
    [InlineData("with spaces and ~!", true)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("naïve", false)]
    [InlineData("a\tb", false)]
    public void A_key_is_printable_ascii(string key, bool valid) => Assert.Equal(valid, IdempotencyKey.IsValid(key));

    [Fact]
    public void A_key_has_at_most_200_characters()
    {
        Assert.True(IdempotencyKey.IsValid(new string('k', 200)));
        Assert.False(IdempotencyKey.IsValid(new string('k', 201)));
    }

    [Fact]
    public async Task Every_answer_to_a_change_echoes_its_key_and_one_is_made_where_none_was_sent()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal("k-1", (await host.PostAsync(
            "/v1/contact-checks", """{"phone":"2025550123","channel":"call"}""", ("Idempotency-Key", "k-1"))).IsOk().Header("Idempotency-Key"));
        Assert.True(Guid.TryParse(
            (await host.PostAsync("/v1/contact-checks", "{}")).IsProblem(HttpStatusCode.BadRequest, "validation").Header("Idempotency-Key"), out _));
        Assert.Equal("k-2",
            (await host.SendAsync(HttpMethod.Post, "/v1/leads", null, null, ("Idempotency-Key", "k-2")))
                .IsProblem(HttpStatusCode.Unauthorized, "unauthenticated").Header("Idempotency-Key"));
        Assert.Equal("k-3", (
            await host.PostAsync("/v1/nothing", "{}", ("Idempotency-Key", "k-3"))).IsProblem(HttpStatusCode.NotFound, "not-found").Header("Idempotency-Key"));
        Assert.Null((await host.GetAsync("/healthz")).Header("Idempotency-Key"));
        (await host.PostAsync("/v1/leads", "{}", ("Idempotency-Key", new string('k', 201)))).IsProblem(HttpStatusCode.BadRequest, "validation");
        host.Checks.IsUnsure = true;
        var unsure = (await host.PostAsync("/v1/contact-checks", """{"phone":"2025550123","channel":"call"}""", ("Idempotency-Key", "k-4")))
            .IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal("k-4", unsure.Header("Idempotency-Key"));
        Assert.Equal("1", unsure.Header("Retry-After"));
    }

    [Fact]
    public void The_same_request_under_the_same_key_is_the_same_change()
    {
        var first = RequestOf("k", "/v1/leads", "{\"name\":\"a\"}");
        Assert.Equal(first, RequestOf("k", "/v1/leads", "{\"name\":\"a\"}"));
        Assert.NotEqual(first.CommitId, RequestOf("k2", "/v1/leads", "{\"name\":\"a\"}").CommitId);
        Assert.NotEqual(first.CommitId, RequestOf("k", "/v1/users", "{\"name\":\"a\"}").CommitId);
        Assert.NotEqual(first.CommitId, RequestOf("k", "/v1/leads", "{\"name\":\"a\"}", organization: "other").CommitId);
    }

    [Fact]
    public void Another_body_or_person_under_the_same_key_has_the_same_id_and_another_fingerprint()
    {
        var first = RequestOf("k", "/v1/leads", "{\"name\":\"a\"}");
        foreach (var other in new[] { RequestOf("k", "/v1/leads", "{\"name\":\"b\"}"), RequestOf("k", "/v1/leads", "{\"name\":\"a\"}", actor: "bob") })
        {
            Assert.Equal(first.CommitId, other.CommitId);
            Assert.NotEqual(first.Fingerprint, other.Fingerprint);
        }
    }

    [Fact]
    public void Another_action_on_a_lead_under_the_same_key_has_the_same_id_and_another_fingerprint()
    {
        var first = RequestOf("k", "/v1/leads/l/actions/a/executions", "{}", subject: "lead/l");
        var other = RequestOf("k", "/v1/leads/l/actions/b/executions", "{}", subject: "lead/l");
        Assert.Equal(first.CommitId, other.CommitId);
        Assert.NotEqual(first.Fingerprint, other.Fingerprint);
        Assert.NotEqual(first.CommitId, RequestOf("k", "/v1/leads/m/actions/a/executions", "{}", subject: "lead/m").CommitId);
    }

    [Theory]
    [InlineData("\"7\"", 7L)]
    [InlineData("W/\"7\"", 7L)]
    [InlineData("*", null)]
    [InlineData(null, null)]
    public void A_version_is_read_from_if_match(string? header, long? version)
    {
        var context = new DefaultHttpContext();
        if (header is not null) context.Request.Headers.IfMatch = header;
        var read = EntityTags.ReadIfMatch(context.Request);
        Assert.Null(read.Refusal);
        Assert.Equal(version, read.Value);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"-1\"")]
    public void What_is_no_version_is_refused(string header)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfMatch = header;
        Assert.Equal(RefusalCode.Validation, EntityTags.ReadIfMatch(context.Request).Refusal!.Code);
    }

    static Request RequestOf(string key, string path, string body, string? subject = null, string actor = "ann", string organization = "default")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Path = path;
        context.Features.Set(new IdempotencyKey(key));
        var values = QueryValues.Read(default, []).Value!;
        return new Call(context, new CallerAccess(
            organization, "k1", actor, actor, Permissions.All, "US"), values, () => System.Text.Encoding.UTF8.GetBytes(body)).ToRequest(subject);
    }
}
