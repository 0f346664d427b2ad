using DncActors.Console;
using DncActors.Gateway.Access;

namespace DncActors.Host.Pages;

/// <summary>Who is signed in to the console opens the other pages of this process with the same key.</summary>
sealed class ConsolePageKey : IPageKey
{
    public string? Find(HttpContext context) => ConsoleExtensions.FindKey(context);
}
