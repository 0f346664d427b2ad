using Microsoft.JSInterop;

namespace DncActors.Console.Parts;

/// <summary>Files that a page hands to its reader.</summary>
static class BrowserFiles
{
    /// <summary>As long as it takes: what comes from a stream is written as it comes, and none that was cut is saved.</summary>
    /// <exception cref="JSException">The browser could not, or the stream ended with a failure.</exception>
    internal static async Task SaveAsync(this IJSRuntime browser, string name, string mediaType, Stream content, CancellationToken cancellation)
    {
        using var stream = new DotNetStreamReference(content);
        await browser.InvokeVoidAsync("dnc.save", cancellation, name, mediaType, stream);
    }

    /// <returns>Whether it is there to be pasted: a browser may refuse, and over plain HTTP it does.</returns>
    internal static async Task<bool> CopyAsync(this IJSRuntime browser, string text)
    {
        try
        {
            await browser.InvokeVoidAsync("dnc.copy", text);
            return true;
        }
        catch (JSException)
        {
            return false;
        }
    }
}
