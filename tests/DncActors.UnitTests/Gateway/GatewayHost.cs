using System.Net.Http.Headers;
using DncActors.Contracts.Access;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Events;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Reports;
using DncActors.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DncActors.UnitTests.Gateway;

/// <summary>The gateway on a real web server, with stand-ins for everything behind it.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    public const string AdministratorKey = "dnc_administrator";
    public const string DialerKey = "dnc_dialer";

    /// <summary>An administrator's, of another organization.</summary>
    public const string OtherKey = "dnc_other";

    readonly WebApplication _app;

    GatewayHost(WebApplication app, StandInChecks checks, StandInNode node, StandInRecord record)
    {
        _app = app;
        Checks = checks;
        Node = node;
        Record = record;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdministratorKey);
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public StandInChecks Checks { get; }

    public StandInNode Node { get; }

    public StandInRecord Record { get; }

    public static async Task<GatewayHost> StartAsync(
        Action<WebApplication>? map = null, Action<DncGatewayOptions>? options = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var (checks, node, record) = (new StandInChecks(), new StandInNode(), new StandInRecord());
        builder.Services.AddSingleton<IContactChecks>(checks);
        builder.Services.AddSingleton<IAccessDirectory>(new StandInAccess());
        builder.Services.AddSingleton<IPublishedDocuments>(node);
        builder.Services.AddSingleton<INodeReadiness>(node);
        builder.Services.AddSingleton<IEventStreams>(node);
        builder.Services.AddSingleton<IChangeLog>(record);
        builder.Services.AddSingleton<IReportStore>(record);
        builder.Services.AddSingleton<IAcknowledgement>(record);
        if (time is not null) builder.Services.AddSingleton(time);
        builder.Services.AddDncGateway(options);
        var app = builder.Build();
        app.MapDncActorsApi();
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new GatewayHost(app, checks, node, record);
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
