using DncActors.Client.Transport;
using DncActors.Client;

namespace DncActors.UnitTests.Client;

/// <summary>A client over a fake gateway, on a fake clock, without chance.</summary>
sealed class ClientFixture : IDisposable
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(31);
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(61);
    readonly HttpClient http;

    public ClientFixture(Func<DncClientOptions, DncClientOptions>? change = null)
    {
        var options = new DncClientOptions
        {
            BaseAddress = new Uri("http://gateway.test"),
            ApiKey = "key",
            AttemptTimeout = AttemptTimeout,
            StreamIdleTimeout = IdleTimeout,
            IdempotencyKeys = new CountingKeys(),
            Retry = new DncRetryOptions { Jitter = () => 0 },
            Time = Time,
        };
        http = new HttpClient(Gateway) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new DncClient(http, change is null ? options : change(options));
    }

    public FakeGateway Gateway { get; } = new();

    public PatientTime Time { get; } = new(AttemptTimeout, IdleTimeout);

    public DncClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        http.Dispose();
    }

    sealed class CountingKeys : IIdempotencyKeySource
    {
        int last;

        public string Next() => $"key-{++last}";
    }
}
