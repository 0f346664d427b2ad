using DncActors.Gateway;
using DncActors.Host.Dashboard;
using DncActors.Host.FirstStart;
using DncActors.Host.Pages;
using DncActors.Host.Settings;
using DncActors.Host.Silo;
using DncActors.Host.Start;
using DncActors.Host.Telemetry;
using DncActors.Host.Traffic;

// The start, in this order. What is wrong stops it there, with a line that names it and says how to mend it.
if (Run.AnswerArguments(args) is { } answered) return answered;
var builder = StartDefaults.CreateBuilder(args);

// 1. Settings.
if (builder.ReadSettings() is not { } options) return Run.Refused;

builder.Services.AddSetClock();
var isGateway = options.Role == DncRole.Gateway;

// 2. The store: the data directory is this process's alone, and brought to this version's schema. A gateway has none.
if (!isGateway) builder.AddStore(options);

// 3. The ports are free.
builder.Services.AddHostedService<PortsAreFree>();

// 4. The follower, which loads what is blocked and published; the silo with the grains. A gateway asks the silos of others.
if (isGateway) builder.AddSiloClient(options);
else builder.AddSilo(options);

// 5. Organization, key and demo in an empty store; then the node is ready.
if (!isGateway) builder.AddFirstStart();

// 6. HTTP: it listens as soon as the silo has started, and checks are answered when the follower has loaded, also while stage 5 goes on; only /readyz says 503
// until that is done. A silo only says how it is. With it comes what operators see.
builder.AddTraffic(options).AddTelemetry(options).AddPages(options);

var app = builder.Build().UseTelemetry();
if (options.Role == DncRole.Silo) app.MapDncHealth();
else app.MapDncActorsApi().MapDncDashboard().MapPages(options);
app.MapMetrics();
return await Run.ToTheEndAsync(app);
