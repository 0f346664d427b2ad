using System.Text;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Browser;

/// <summary>What opens on a page.</summary>
static class Opening
{
    /// <summary>What the button of this name opens.</summary>
    internal static Func<IPage, Task> Dialog(string button) => async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
    };

    internal static Func<IPage, Task> Menu(string label) => async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem).First.WaitForAsync();
    };

    /// <summary>The box of this name is checked, and what that changes is shown.</summary>
    internal static Func<IPage, Task> Check(string label) => async page =>
    {
        await page.GetByLabel(label, new() { Exact = true }).CheckAsync();
        await page.GetByText("Choose statuses to see it.").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    };

    internal static FilePayload FileOf(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
