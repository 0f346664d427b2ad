using DncActors.Console;
using DncActors.Host.Pages;
using DncActors.Host.Settings;
using Microsoft.AspNetCore.Hosting.Server;

namespace DncActors.Host.FirstStart;

/// <summary>Where a browser finds the pages of this process, for whoever has started it and looks at what it says.</summary>
sealed class PagesAddress(IServiceProvider services, DncOptions options)
{
    /// <summary>Null where it has none, or listens nowhere.</summary>
    internal Uri? Find() => PagesExtensions.IsServed(options) && services.GetService<IServer>() is { } server ? ConsoleExtensions.FindAddress(server) : null;
}
