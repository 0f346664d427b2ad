using DncActors.Contracts.Nodes;
using DncActors.Host.Demo;

namespace DncActors.Host.FirstStart;

static class FirstStartExtensions
{
    internal static WebApplicationBuilder AddFirstStart(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DemoStep>();
        builder.Services.AddSingleton<PagesAddress>();
        builder.Services.AddSingleton<FirstSteps>();
        builder.Services.AddSingleton<INodeReadiness>(services => services.GetRequiredService<FirstSteps>());
        builder.Services.AddHostedService(services => services.GetRequiredService<FirstSteps>());
        return builder;
    }
}
