using System.Net;
using System.Net.Http.Headers;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Events;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Audit;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Reports;
using DncActors.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DncActors.UnitTests.Gateway;

/// <summary>The gateway on a real web server, with stand-ins for everything behind it.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    public const string AdministratorKey = "dnc_administrator";
    public const string DialerKey = "dnc_dialer";
    public const string ClerkKey = "dnc_clerk";

    /// <summary>An administrator's, of another organization.</summary>
    public const string OtherKey = "dnc_other";

    readonly WebApplication _app;

    GatewayHost(
        WebApplication app, StandInAccess access, StandInChecks checks, StandInNode node, StandInRecord record, StandInAccessRecords accessRecords)
    {
        _app = app;
        Access = access;
        Checks = checks;
        Node = node;
        Record = record;
        AccessRecords = accessRecords;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        RpcAddress = new Uri(app.Urls.Last());
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdministratorKey);
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where gRPC is served.</summary>
    public Uri RpcAddress { get; }

    public StandInAccess Access { get; }

    public StandInChecks Checks { get; }

    public StandInNode Node { get; }

    public StandInRecord Record { get; }

    public StandInAccessRecords AccessRecords { get; }

    public static async Task<GatewayHost> StartAsync(
        Action<WebApplication>? map = null, Action<DncGatewayOptions>? options = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        var (access, checks, node, record) = (new StandInAccess(), new StandInChecks(), new StandInNode(), new StandInRecord());
        builder.Services.AddSingleton<IContactChecks>(checks);
        builder.Services.AddSingleton<IAccessDirectory>(access);
        builder.Services.AddSingleton<IPublishedDocuments>(node);
        builder.Services.AddSingleton<INodeReadiness>(node);
        builder.Services.AddSingleton<IEventStreams>(node);
        builder.Services.AddSingleton<IChangeLog>(record);
        builder.Services.AddSingleton<IReportStore>(record);
        builder.Services.AddSingleton<IAcknowledgement>(record);
        var accessRecords = new StandInAccessRecords();
        builder.Services.AddSingleton<IAccessStore>(accessRecords);
        builder.Services.AddSingleton<ICluster, StandInCluster>();
        if (time is not null) builder.Services.AddSingleton(time);
        builder.Services.AddDncGateway(options);
        var app = builder.Build();
        app.MapDncActorsApi();
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new GatewayHost(app, access, checks, node, record, accessRecords);
    }

    public async Task<Said> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, string? key = AdministratorKey, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        // The client's own header would stand in for one that is left out.
        using var bare = new HttpClient { BaseAddress = Http.BaseAddress };
        using var response = await (key is null ? bare : Http).SendAsync(request, TestContext.Current.CancellationToken);
        return new Said(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<Said> GetAsync(string path, string? key = AdministratorKey) => SendAsync(HttpMethod.Get, path, null, key);

    public Task<Said> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"), AdministratorKey, headers);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
