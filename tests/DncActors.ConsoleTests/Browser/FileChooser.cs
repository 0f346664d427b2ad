using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Browser;

/// <summary>Chooses a file where a page or dialog asks for one.</summary>
static class FileChooser
{
    /// <summary>As soon as the page listens: its input stands there a moment before, and people are not as quick as that.</summary>
    public static async Task ChooseAsync(IPage page, FilePayload file)
    {
        var chooser = page.Locator("input[type=file]");
        await chooser.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("document.querySelector('input[type=file]')?._blazorInputFileNextFileId !== undefined");
        await chooser.SetInputFilesAsync(file);
    }
}
