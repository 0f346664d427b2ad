using DncActors.Benchmarks.CheckPeers;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.People;
using DncActors.Gateway;
using DncActors.Gateway.Access;
using DncActors.Gateway.ContactChecks;
using DncActors.Host.Dashboard;
using DncActors.Host.FirstStart;
using DncActors.Host.Settings;
using DncActors.Host.Silo;
using DncActors.Host.Start;
using DncActors.Host.Telemetry;
using DncActors.Host.Traffic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DncActors.Benchmarks.Server;

/// <summary>The host, step by step as it starts itself, with some endpoints more: <c>/wire</c> and <c>/wire/batch</c>, what a
/// check and a batch can be measured by, and <c>/wire/memory</c>, what is left of its memory when all that can be is collected.</summary>
static class BenchServer
{
    static ReadOnlySpan<byte> Constant =>
        "{\"contactPoint\":\"+12010000000\",\"channel\":\"call\",\"allowed\":true,\"verdict\":\"allowed\","u8
        + "\"reasons\":[],\"checkedAt\":\"2026-11-24T00:00:00.000Z\",\"asOf\":12}"u8;

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = StartDefaults.CreateBuilder(args);
        if (builder.ReadSettings() is not { } options)
        {
            return Run.Refused;
        }
        builder.AddStore(options);
        builder.AddSilo(options);
        builder.AddFirstStart();
        builder.AddTraffic(options);
        builder.AddTelemetry(options);
        var app = builder.Build();
        app.UseTelemetry();
        app.MapMetrics();
        app.MapDncActorsApi().MapDncDashboard();
        app.MapMethods("/wire", [HttpMethods.Get], Wire).Needs(Permissions.ContactCheck);
        app.MapMethods("/wire/batch", [HttpMethods.Post], PlainBatch.WireAsync).Needs(Permissions.ContactCheck);
        app.MapMethods(ServerMemory.Path, [HttpMethods.Get], ServerMemory.WriteAsync).Needs(Permissions.Admin);
        return await Run.ToTheEndAsync(app);
    }

    static Task Wire(HttpContext context)
    {
        Span<char> buffer = stackalloc char[ContactCheckQuery.BufferLength];
        return ContactCheckQuery.TryRead(context.Request.QueryString.Value, buffer, out var query)
            && PhoneReader.TryReadNumber(query.Phone, context.GetCaller().Region, out _, out _)
            ? VerdictJson.WriteAsync(context, Constant)
            : throw new InvalidOperationException("The load sends well-formed checks only.");
    }
}
