using DncActors.Client.Json;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Identity;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Audit;
using DncActors.Gateway.Cluster;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.ContactChecks.Rpc;
using DncActors.Gateway.Diagnostics;
using DncActors.Gateway.Errors;
using DncActors.Gateway.Events;
using DncActors.Gateway.Health;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Jobs;
using DncActors.Gateway.Leads;
using DncActors.Gateway.OpenApi;
using DncActors.Gateway.Organizations;
using DncActors.Gateway.People;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Reports;
using DncActors.Gateway.Requests;
using DncActors.Gateway.Scrubs;
using DncActors.Gateway.Sessions;
using DncActors.Gateway.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace DncActors.Gateway;

/// <summary>Adds the HTTP side to a host: the contract of <c>/v1</c>, health and the documents about it.</summary>
public static class DncGatewayExtensions
{
    /// <summary>
    /// Adds what the endpoints need. The host brings <c>IAccessDirectory</c>, <c>IContactChecks</c>, <c>IEventStreams</c>, <c>INodeReadiness</c>,
    /// <c>ICluster</c>, the domain's read ports
    /// and a grain factory; a clock and a source of ids where they are not there yet are added.
    /// </summary>
    public static IServiceCollection AddDncGateway(this IServiceCollection services, Action<DncGatewayOptions>? configure = null)
    {
        var options = services.AddOptions<DncGatewayOptions>().ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DncGatewayOptions>, DncGatewayOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IdSource, Uuid7IdSource>();
        services.TryAddSingleton<KeyHashes>();
        services.TryAddSingleton<PageKeys>();
        services.TryAddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        services.TryAddSingleton<RateLimits>();
        services.TryAddSingleton<AdmissionLines>();
        services.AddInstruments();
        services.TryAddSingleton<PointChecks>();
        services.TryAddSingleton<SingleCheck>();
        services.TryAddSingleton<DetailedBatch>();
        services.TryAddSingleton<BatchCheck>();
        services.TryAddSingleton<AccessRecheck>();
        services.TryAddSingleton<ReadAcknowledgement>();
        services.TryAddSingleton<CallRetry>();
        services.TryAddSingleton<LeadCalls>();
        services.TryAddSingleton<StreamSlots>();
        services.TryAddSingleton<ServedDocument>();
        services.AddContactCheckRpc();
        services.AddOpenApi(DocumentEndpoints.DocumentName, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer<DocumentText>();
            options.AddOperationTransformer<OperationText>();
            options.AddSchemaTransformer<ModelSchemas>();
            options.AddDocumentTransformer<SchemaTexts>();
        });
        services.ConfigureHttpJsonOptions(json => DncJson.ConfigureStrict(json.SerializerOptions));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<DncGatewayOptions>>(LimitServer);
        return services;
    }

    static void AddInstruments(this IServiceCollection services)
    {
        services.TryAddSingleton<AccessInstruments>();
        services.TryAddSingleton<AccessRecordInstruments>();
        services.TryAddSingleton<AdmissionInstruments>();
        services.TryAddSingleton<CheckInstruments>();
        services.AddSingleton<IAnswered>(provider => provider.GetRequiredService<CheckInstruments>());
        services.TryAddSingleton<ExecutionInstruments>();
        services.TryAddSingleton<ImportInstruments>();
        services.TryAddSingleton<OrganizationInstruments>();
        services.TryAddSingleton<RefusalInstruments>();
        services.TryAddSingleton<StreamInstruments>();
    }

    /// <summary>What has not happened yet is told as 0 from the start on: a counter that only appears with its first fault hides that one.</summary>
    static void BeginCounting(IServiceProvider services)
    {
        _ = services.GetRequiredService<AccessInstruments>();
        _ = services.GetRequiredService<AdmissionInstruments>();
        _ = services.GetRequiredService<CheckInstruments>();
        _ = services.GetRequiredService<ExecutionInstruments>();
        _ = services.GetRequiredService<ImportInstruments>();
        _ = services.GetRequiredService<RefusalInstruments>();
        _ = services.GetRequiredService<StreamInstruments>();
    }

    /// <summary>The whole API, in the order that a request passes: key of idempotency, errors, access, admission, endpoint.</summary>
    /// <exception cref="InvalidOperationException">An endpoint does not declare what a caller needs.</exception>
    public static WebApplication MapDncActorsApi(this WebApplication app)
    {
        BeginCounting(app.Services);
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<AdmissionMiddleware>();
        app.MapContactChecks();
        app.MapContactCheckRpc();
        app.MapScrubs();
        app.MapWorkflows();
        app.MapWorkflowVersions();
        app.MapStatuses();
        app.MapActions();
        app.MapTemplates();
        app.MapRoles();
        app.MapMe();
        app.MapUsers();
        app.MapUserGroups();
        app.MapApiKeys();
        app.MapOrganizations();
        app.MapSessions();
        app.MapLeads();
        app.MapLeadImports();
        app.MapLeadActions();
        app.MapExecutions();
        app.MapEntries();
        app.MapEntryImports();
        app.MapImports();
        app.MapEntryExports();
        app.MapEvents();
        app.MapReports();
        app.MapAudit();
        app.MapAccessRecords();
        app.MapDiagnostics();
        app.MapJobs();
        app.MapCluster();
        app.MapHealth();
        app.MapDocuments();
        Declarations.Check(app);
        return app;
    }

    /// <summary>Only whether the process is there, and whether it may answer: of a host without the API.</summary>
    public static WebApplication MapDncHealth(this WebApplication app)
    {
        app.MapHealth();
        return app;
    }

    static void LimitServer(KestrelServerOptions kestrel, IOptions<DncGatewayOptions> options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Value.MaxBodyBytes;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(options.Value.MinBodyBytesPerSecond, TimeSpan.FromSeconds(5));
    }
}
