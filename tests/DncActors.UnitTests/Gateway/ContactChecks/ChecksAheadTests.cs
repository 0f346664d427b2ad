using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.ContactChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DncActors.UnitTests.Gateway.ContactChecks;

public sealed class ChecksAheadTests : IDisposable
{
    const string Phone = "?phone=2025550123&channel=call";

    static readonly SentKey Known = new(new byte[32], "acme", "US");
    static readonly Endpoint Checks = new(null, new(new AnswersChecks(CheckTransport.Http)), "checks");

    readonly AdmissionInstruments _instruments = new();

    public void Dispose() => _instruments.Dispose();

    [Fact]
    public void A_phone_is_read_by_what_is_remembered_of_the_key() =>
        Assert.Equal(new CheckAsked("acme", 12_025_550_123, null, Channels.Call), Read(Phone));

    [Theory]
    [InlineData("?email=a@example.com&channel=email")]
    [InlineData("?leadId=L-1&channel=call")]
    [InlineData("?phone=2025550123&channel=call&region=GB")]
    [InlineData("?phone=12&channel=call")]
    [InlineData("")]
    public void Whatever_is_not_a_phone_alone_is_asked_after_its_key(string query) => Assert.Null(Read(query));

    [Fact]
    public void So_is_what_comes_with_a_new_key_or_in_a_body_or_is_no_check()
    {
        Assert.Null(Read(Phone, key: new(new byte[32], null, null)));
        Assert.Null(Read(Phone, method: "POST"));
        Assert.Null(Read(Phone, endpoint: new(null, null, "leads")));
    }

    [Fact]
    public void So_is_a_check_that_a_limit_may_refuse() => Assert.Null(Read(Phone, checksPerSecond: 1_000));

    CheckAsked? Read(string query, SentKey? key = null, string method = "GET", Endpoint? endpoint = null, int checksPerSecond = 0)
    {
        var options = new DncGatewayOptions { RateLimits = new() { ChecksPerSecond = checksPerSecond } };
        var ahead = new ChecksAhead(null!, new RateLimits(Options.Create(options), new FakeTimeProvider(), _instruments));
        var context = new DefaultHttpContext { Request = { Method = method, QueryString = new(query) } };
        return ahead.TryRead(context, endpoint ?? Checks, key ?? Known, out var check) ? check : null;
    }
}
