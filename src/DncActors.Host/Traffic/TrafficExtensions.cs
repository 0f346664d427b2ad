using DncActors.Gateway;
using DncActors.Host.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DncActors.Host.Traffic;

/// <summary>HTTP: where it is served, and what nobody may exceed.</summary>
static class TrafficExtensions
{
    const int MaxConnections = 10_000;
    const int MaxHeaders = 64;
    const int MaxHeaderBytes = 16 * 1024;
    const int MaxRequestLineBytes = 8 * 1024;

    static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);
    static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(2);

    /// <summary>A stream on which nothing is asked is silent: whether the other side is still there is asked by the connection itself.</summary>
    static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);

    static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);

    /// <summary>How long a stop takes at most, from the drain to the last request that is under way; what an orchestrator grants must be longer.</summary>
    static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(28);

    /// <summary>Longer than a commit takes unless something is wrong; with the lease that is waited out then, 4.5 s in all.</summary>
    static readonly TimeSpan LeadPatience = TimeSpan.FromSeconds(1);

    internal static WebApplicationBuilder AddTraffic(this WebApplicationBuilder builder, DncOptions options)
    {
        builder.Services.AddDncGateway(gateway =>
        {
            (gateway.Admission, gateway.RateLimits) = (options.Admission, options.RateLimits);
            gateway.OrganizationLabels = options.Telemetry.OrganizationLabels;
        });
        if (options.Storage == StorageKind.Postgres) builder.Services.Configure<DncGatewayOptions>(gateway => gateway.LeadPatience = LeadPatience);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTimeout);
        builder.Services.AddHostedService<Drain>();
        builder.Services.AddSingleton(services => new StopLimit(
            services.GetRequiredService<IHostApplicationLifetime>(),
            services.GetRequiredService<TimeProvider>(),
            Environment.Exit,
            services.GetRequiredService<ILogger<StopLimit>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<StopLimit>());
        builder.WebHost.ConfigureKestrel(Limit);
        if (options.GrpcUrl is { } grpc) GrpcAddress.Listen(builder, grpc);
        return builder;
    }

    static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = KeepAlive;
        kestrel.Limits.Http2.KeepAlivePingDelay = PingDelay;
        kestrel.Limits.Http2.KeepAlivePingTimeout = PingTimeout;
    }
}
