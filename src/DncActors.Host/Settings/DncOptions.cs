using System.Net;
using DncActors.Gateway.Admission;
using DncActors.Grains.Leases;
using DncActors.Host.Telemetry;

namespace DncActors.Host.Settings;

/// <summary>The settings of the section <c>Dnc</c>; as environment variables <c>Dnc__Role</c> and so on. Read and tested once, before anything
/// starts.</summary>
public sealed record DncOptions
{
    public const string Section = "Dnc";

    /// <summary>What this process is. Default: <see cref="DncRole.Node"/>.</summary>
    public DncRole Role { get; init; } = DncRole.Node;

    /// <summary>Where everything is kept. Default: <see cref="StorageKind.Sqlite"/>.</summary>
    public StorageKind Storage { get; init; } = StorageKind.Sqlite;

    /// <summary>The directory of the SQLite files, made where it is missing; one process at a time. Default: <c>./data</c>.</summary>
    public string DataDirectory { get; init; } = "./data";

    /// <summary>PostgreSQL's connection string. Default: none; with <see cref="StorageKind.Postgres"/> it must be given.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The connection string where there must be one.</summary>
    internal string RequiredConnectionString =>
        ConnectionString ?? throw new InvalidOperationException("Without Dnc__ConnectionString the settings should not have passed.");

    /// <summary>Load the demo organization into an empty store. Default: true for SQLite, else false.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>The first administrator key of organization <c>default</c>; used by the first start alone. Default: one is made and printed once.</summary>
    public string? BootstrapKey { get; init; }

    /// <summary>The name that the processes of a cluster share. Default: <c>dnc</c>.</summary>
    public string ClusterId { get; init; } = "dnc";

    /// <summary>The port that silos speak to each other on. Default: 11111; with SQLite a free one where that is taken.</summary>
    public int? SiloPort { get; init; }

    /// <summary>The port that gateways find a silo on. Default: 30000; with SQLite closed, for nobody has to come in there.</summary>
    public int? GatewayPort { get; init; }

    /// <summary>The address that the others find this process at. Default: found; not with SQLite, which is alone.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>The port that the others find this silo on, where something stands before it. Default: <see cref="SiloPort"/>.</summary>
    public int? AdvertisedSiloPort { get; init; }

    /// <summary>Where gRPC is served in clear text; <c>none</c> for nowhere. Default: <c>http://localhost:8081</c> where HTTP is at its own default, else
    /// none. An address of https serves gRPC beside HTTP.</summary>
    public string? GrpcUrl { get; init; }

    /// <summary>Whether the pages of the console are served at <c>/</c>. Default: true; a silo has none.</summary>
    public bool Console { get; init; } = true;

    /// <summary>The identity provider by which people may sign in to the console. Default: none.</summary>
    public OpenIdOptions? OpenId { get; init; }

    /// <summary>How many seconds a process that is asked to stop serves on while <c>/readyz</c> says 503, so that a load balancer sees it. Default: 0 for
    /// SQLite, which has nobody to take over, else 5.</summary>
    public int DrainSeconds { get; init; }

    /// <summary>The leases of the processes that share a PostgreSQL. The same for all of them; SQLite has none.</summary>
    public LeaseOptions Lease { get; init; } = new();

    /// <summary>How many requests this process works on at a time, and how many wait.</summary>
    public AdmissionOptions Admission { get; init; } = new();

    /// <summary>What each API key may ask of this process in a second. Default: as much as it likes.</summary>
    public RateLimitOptions RateLimits { get; init; } = new();

    /// <summary>Whether Orleans' dashboard is shown, at <c>/dashboard/orleans</c> to administrators of organization <c>default</c>. Default: true.</summary>
    public bool Dashboard { get; init; } = true;

    /// <summary>For how many days it is kept who read or exported the list and who was not let in. Default: 400.</summary>
    public int AccessRecordDays { get; init; } = 400;

    /// <summary>What operators see of this process.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();
}
