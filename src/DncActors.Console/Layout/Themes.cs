using MudBlazor;

namespace DncActors.Console.Layout;

/// <summary>Light, dark, or as the reader's system has it; and what the component library draws with.</summary>
static class Themes
{
    internal const string Cookie = "dnc-theme";
    internal const string System = "system";
    internal const string Light = "light";
    internal const string Dark = "dark";

    /// <summary>Only what is known comes into the page.</summary>
    internal static string Read(string? cookie) => cookie is Light or Dark ? cookie : System;

    static readonly string[] _fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];

    /// <summary>The same colours as <c>console.css</c>; text on each of them has a contrast of at least 4.5.</summary>
    static readonly PaletteLight _light = new()
    {
        Primary = "#2450c4",
        PrimaryContrastText = "#ffffff",
        Secondary = "#5b4b9a",
        Info = "#0b63a5",
        Success = "#1a7344",
        Warning = "#8a5a00",
        Error = "#b3261e",
        Background = "#f6f7f9",
        Surface = "#ffffff",
        TextPrimary = "#1b2330",
        TextSecondary = "#4e5969",
        TextDisabled = "#6b7585",
        ActionDefault = "#4e5969",
        LinesDefault = "#e1e5eb",
        LinesInputs = "#848e9c",
        TableLines = "#e9ecf1",
        Divider = "#e1e5eb",
        AppbarBackground = "#ffffff",
        AppbarText = "#1b2330",
        DrawerBackground = "#ffffff",
        DrawerText = "#1b2330",
        DrawerIcon = "#4e5969",
    };

    static readonly PaletteDark _dark = new()
    {
        Primary = "#9db8ff",
        PrimaryContrastText = "#0d1830",
        Secondary = "#c5b8f5",
        Info = "#8cc8f5",
        Success = "#7fd6a4",
        Warning = "#f0c36a",
        Error = "#ffb4ab",
        ErrorContrastText = "#3b0704",
        SuccessContrastText = "#04240f",
        WarningContrastText = "#2a1c00",
        InfoContrastText = "#04202f",
        Background = "#12161d",
        Surface = "#1a2029",
        TextPrimary = "#e6eaf0",
        TextSecondary = "#aab4c2",
        TextDisabled = "#8b95a4",
        ActionDefault = "#aab4c2",
        LinesDefault = "#2d3542",
        LinesInputs = "#78828f",
        TableLines = "#262d38",
        Divider = "#2d3542",
        AppbarBackground = "#1a2029",
        AppbarText = "#e6eaf0",
        DrawerBackground = "#1a2029",
        DrawerText = "#e6eaf0",
        DrawerIcon = "#aab4c2",
    };

    internal static readonly MudTheme Calm = new()
    {
        PaletteLight = _light,
        PaletteDark = _dark,
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = _fonts, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = _fonts, FontSize = "0.9375rem", FontWeight = "550", LetterSpacing = "normal", TextTransform = "none" },
            H6 = new H6Typography { FontFamily = _fonts, FontSize = "1.125rem", FontWeight = "600", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "232px", AppbarHeight = "56px" },
    };
}
