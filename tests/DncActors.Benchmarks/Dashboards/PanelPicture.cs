using DncActors.TestServers.Dashboards;
using SkiaSharp;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>One panel: its question, and the answer as lines, numbers or bars.</summary>
static class PanelPicture
{
    const int Title = 22;

    internal static void Draw(SKCanvas canvas, SKRect frame, Panel panel, IReadOnlyList<PictureLine> lines, PictureRun run)
    {
        using var paper = new SKPaint { Color = SKColors.White };
        using var edge = new SKPaint { Color = PictureColours.Edge, IsStroke = true };
        using var ink = new SKPaint { Color = PictureColours.Ink, IsAntialias = true };
        using var bold = new SKFont(PictureColours.BoldLetters, 11.5f);
        canvas.DrawRect(frame, paper);
        canvas.DrawRect(frame, edge);
        canvas.DrawText(PictureText.Fit(panel.Title, bold, frame.Width - 14), frame.Left + 7, frame.Top + 16, bold, ink);
        var inside = new SKRect(frame.Left + 4, frame.Top + Title, frame.Right - 4, frame.Bottom - 4);
        if (lines.Count == 0) DrawNothing(canvas, inside);
        else if (panel.Kind == "timeseries") PlotPicture.Draw(canvas, inside, panel, lines, run);
        else if (panel.Kind == "bargauge") DrawBars(canvas, inside, panel, lines);
        else DrawNumbers(canvas, inside, panel, lines);
    }

    static void DrawNothing(SKCanvas canvas, SKRect inside)
    {
        using var faint = new SKPaint { Color = PictureColours.Faint, IsAntialias = true };
        using var font = new SKFont(PictureColours.Letters, 12);
        canvas.DrawText("No data", inside.MidX - 24, inside.MidY, font, faint);
    }

    static void DrawNumbers(SKCanvas canvas, SKRect inside, Panel panel, IReadOnlyList<PictureLine> lines)
    {
        var width = inside.Width / lines.Count;
        using var large = new SKFont(PictureColours.BoldLetters, lines.Count == 1 ? 30 : 20);
        using var small = new SKFont(PictureColours.Letters, 11);
        using var faint = new SKPaint { Color = PictureColours.Faint, IsAntialias = true };
        foreach (var (i, line) in lines.Index())
        {
            var value = line.Values[^1].Value;
            using var paint = new SKPaint { Color = PictureColours.Named(ColourOf(panel, value)), IsAntialias = true };
            var text = panel.Words.GetValueOrDefault(value, Units.Text(panel.Unit, value));
            var middle = inside.Left + (width * (i + 0.5f));
            canvas.DrawText(text, middle - (large.MeasureText(text) / 2), inside.MidY + 10, large, paint);
            if (lines.Count > 1) canvas.DrawText(line.Name, middle - (small.MeasureText(line.Name) / 2), inside.Bottom - 8, small, faint);
        }
    }

    static void DrawBars(SKCanvas canvas, SKRect inside, Panel panel, IReadOnlyList<PictureLine> lines)
    {
        const float Names = 250;
        const float Values = 90;
        var now = lines.Select(line => (line.Name, line.Values[^1].Value)).OrderByDescending(bar => bar.Value).Take(10).ToArray();
        var (height, most) = (Math.Min(24, inside.Height / now.Length), Math.Max(now[0].Value, double.Epsilon));
        using var font = new SKFont(PictureColours.Letters, 11);
        using var ink = new SKPaint { Color = PictureColours.Ink, IsAntialias = true };
        foreach (var (i, (name, value)) in now.Index())
        {
            var top = inside.Top + (i * height);
            using var paint = new SKPaint { Color = PictureColours.Named(ColourOf(panel, value)) };
            canvas.DrawText(PictureText.Fit(name, font, Names - 12), inside.Left + 4, top + (height / 2) + 4, font, ink);
            var width = (float)(value / most) * (inside.Width - Names - Values);
            canvas.DrawRect(inside.Left + Names, top + 3, Math.Max(width, 1), height - 6, paint);
            canvas.DrawText(Units.Text(panel.Unit, value), inside.Left + Names + width + 6, top + (height / 2) + 4, font, ink);
        }
    }

    static string ColourOf(Panel panel, double value) => panel.Thresholds.Last(t => t.From is null || value >= t.From).Colour;
}
