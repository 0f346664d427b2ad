using System.Text;
using DncActors.Client.Transport;
using DncActors.Client;

namespace DncActors.UnitTests.Client;

public sealed class OptionsTests
{
    public static TheoryData<string, DncClientOptions> Wrong { get; } = new()
    {
        { "BaseAddress", new() { BaseAddress = new Uri("/v1", UriKind.Relative) } },
        { "BaseAddress", new() { BaseAddress = new Uri("ftp://gateway.test") } },
        { "ApiKey", new() { ApiKey = "key\n" } },
        { "ActingUser", new() { ActingUser = "" } },
        { "AttemptTimeout", new() { AttemptTimeout = TimeSpan.Zero } },
        { "StreamIdleTimeout", new() { StreamIdleTimeout = TimeSpan.Zero } },
        { "StreamReconnectBudget", new() { StreamReconnectBudget = -TimeSpan.FromSeconds(1) } },
        { "Retry.MaxAttempts", new() { Retry = new() { MaxAttempts = 0 } } },
        { "Retry.FirstDelay", new() { Retry = new() { FirstDelay = TimeSpan.Zero } } },
        { "MaxDelay", new() { Retry = new() { MaxDelay = TimeSpan.FromMilliseconds(1) } } },
        { "Retry.Budget", new() { Retry = new() { Budget = -TimeSpan.FromSeconds(1) } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_wrong_option_is_refused_by_its_name(string name, DncClientOptions options)
    {
        var wrong = Assert.Throws<ArgumentException>(() => new DncClient(options));

        Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key\n", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Made_keys_differ_and_fit_in_a_header()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => new RandomIdempotencyKeys().Next()).ToList();

        Assert.Equal(1000, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Equal(32, Encoding.ASCII.GetByteCount(k)));
    }

    [Fact]
    public async Task A_key_or_person_that_no_header_can_hold_is_refused_without_quoting_the_key()
    {
        using var fixture = new ClientFixture();

        var cancellation = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Client.Leads.GetAsync("l", new() { ActingUser = "Jörg" }, cancellation));
        var wrong = await Assert.ThrowsAsync<ArgumentException>(
            () => fixture.Client.Roles.CreateAsync(new(), new() { IdempotencyKey = "a b" }, cancellation));
        Assert.DoesNotContain("a b", wrong.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Gateway.Seen);
    }
}
