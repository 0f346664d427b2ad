using Microsoft.JSInterop;

namespace DncActors.Console.Layout;

/// <summary>The theme of this browser window, and the change of it.</summary>
sealed class ThemeChoice(IJSRuntime browser)
{
    internal string Chosen { get; private set; } = Themes.System;

    internal bool IsDark { get; private set; }

    internal event Action? Changed;

    /// <summary>What the page came with.</summary>
    internal void Begin(string theme)
    {
        Chosen = Themes.Read(theme);
        IsDark = Chosen == Themes.Dark;
    }

    internal async Task ChooseAsync(string theme)
    {
        Chosen = Themes.Read(theme);
        await browser.InvokeVoidAsync("dnc.chooseTheme", Chosen);
        SystemIs(await browser.InvokeAsync<bool>("dnc.isDark"));
    }

    /// <summary>What the browser shows: its system's theme counts where none was chosen.</summary>
    internal void SystemIs(bool dark)
    {
        if (IsDark == dark) return;
        IsDark = dark;
        Changed?.Invoke();
    }
}
