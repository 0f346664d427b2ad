using System.Diagnostics;
using DncActors.Host.Telemetry;

namespace DncActors.UnitTests.Telemetry;

public sealed class SafeSpansTests
{
    [Fact]
    public void Only_tags_that_are_known_to_name_nobody_stay_on_a_span()
    {
        using var span = new Activity("request").Start();
        span.SetTag("http.route", "/v1/leads/{leadId}").SetTag("rpc.method", "Execute").SetTag("dnc.changes", 2).SetTag("db.query.text", "select 1");
        span.SetTag("url.query", "?phone=%2B12025550177").SetTag("url.path", "/v1/leads/jane@mail.example").SetTag("rpc.orleans.target_id", "lead/acme/L-1");
        span.SetTag("exception.message", "nobody is jane@mail.example").SetTag("user_agent.original", "x");
        span.SetStatus(ActivityStatusCode.Error, "nobody is jane@mail.example");

        using var safe = new SafeSpans();
        safe.OnEnd(span);

        Assert.Equal(["db.query.text", "dnc.changes", "http.route", "rpc.method"], span.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal));
        Assert.Equal((ActivityStatusCode.Error, (string?)null), (span.Status, span.StatusDescription));
    }
}
