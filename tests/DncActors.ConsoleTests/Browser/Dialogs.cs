using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Browser;

/// <summary>Opens dialogs.</summary>
static class Dialogs
{
    const string HasFocus = "() => document.activeElement?.matches('.mud-dialog input, .mud-dialog textarea')";

    /// <summary>Until a field of it has the focus, which comes by way of the server: what is typed into another one before that may land in this.</summary>
    internal static async Task<ILocator> OpenAsync(ILocator button)
    {
        await button.ClickAsync();
        await button.Page.WaitForFunctionAsync(HasFocus);
        return button.Page.GetByRole(AriaRole.Dialog);
    }
}
