using SkiaSharp;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>Text that must fit into a width.</summary>
static class PictureText
{
    internal static string Fit(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width) return text;
        var length = text.Length;
        while (length > 0 && font.MeasureText(text[..length] + "…") > width) length--;
        return text[..length] + "…";
    }
}
