using DncActors.Client.Audit;
using DncActors.Client.Cluster;
using DncActors.Client.ContactChecks;
using DncActors.Client.Diagnostics;
using DncActors.Client.Events;
using DncActors.Client.Health;
using DncActors.Client.Jobs;
using DncActors.Client.Leads;
using DncActors.Client.Organizations;
using DncActors.Client.People;
using DncActors.Client.Registry;
using DncActors.Client.Reports;
using DncActors.Client.Scrubs;
using DncActors.Client.Transport;
using DncActors.Client.Workflows;

namespace DncActors.Client;

/// <summary>
/// The HTTP contract, typed. Thread-safe; make one and keep it. Every call may throw a <see cref="Errors.DncProblemException"/> (the gateway said
/// no), a <see cref="Errors.DncConnectionException"/> (there was no answer: a change may or may not be made) or an
/// <see cref="OperationCanceledException"/> (the caller's own token). Reads, and POSTs, which all carry an idempotency key, are repeated as
/// <see cref="DncRetryOptions"/> says; nothing else is.
/// </summary>
public sealed class DncClient : IDisposable
{
    readonly HttpClient? owned;

    /// <summary>A client with connections of its own.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public DncClient(DncClientOptions options)
        : this(OwnConnections(), options, owns: true)
    {
    }

    /// <summary>
    /// A client over connections of somebody else, who keeps them and disposes of them. Their <see cref="HttpClient.Timeout"/> cuts long imports:
    /// make it infinite, the client has its own (<see cref="DncClientOptions.AttemptTimeout"/>).
    /// </summary>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public DncClient(HttpClient http, DncClientOptions options)
        : this(http, options, owns: false)
    {
    }

    DncClient(HttpClient http, DncClientOptions options, bool owns)
    {
        owned = owns ? http : null;
        options.Validate();
        var transport = new DncTransport(http, options);
        Workflows = new(transport);
        Statuses = new(transport);
        Actions = new(transport);
        Templates = new(transport);
        Roles = new(transport);
        Users = new(transport);
        UserGroups = new(transport);
        ApiKeys = new(transport);
        Organizations = new(transport);
        Me = new(transport);
        Sessions = new(transport);
        Leads = new(transport);
        ContactChecks = new(transport);
        Scrubs = new(transport);
        Registry = new(transport);
        Events = new(transport);
        Reports = new(transport);
        Audit = new(transport);
        Diagnostics = new(transport);
        Jobs = new(transport);
        Cluster = new(transport);
        Health = new(transport);
    }

    public WorkflowsClient Workflows { get; }
    public StatusesClient Statuses { get; }
    public ActionsClient Actions { get; }
    public TemplatesClient Templates { get; }
    public RolesClient Roles { get; }
    public UsersClient Users { get; }
    public UserGroupsClient UserGroups { get; }
    public ApiKeysClient ApiKeys { get; }
    public OrganizationsClient Organizations { get; }
    public MeClient Me { get; }
    public SessionsClient Sessions { get; }
    public LeadsClient Leads { get; }
    public ContactChecksClient ContactChecks { get; }
    public ScrubsClient Scrubs { get; }

    /// <summary>The Do Not Contact list.</summary>
    public RegistryClient Registry { get; }

    public EventsClient Events { get; }
    public ReportsClient Reports { get; }
    public AuditClient Audit { get; }
    public DiagnosticsClient Diagnostics { get; }
    public JobsClient Jobs { get; }

    /// <summary>The nodes of the installation.</summary>
    public ClusterClient Cluster { get; }

    public HealthClient Health { get; }

    public void Dispose() => owned?.Dispose();

    // Connections are renewed from time to time, else a gateway that moved to another address would never be found again.
    static HttpClient OwnConnections() =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
}
