using DncActors.TestServers.Dashboards;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>A panel's lines over time, with its thresholds, and what was done to the cluster.</summary>
static class PlotPicture
{
    const float LegendRow = 15;
    const int Clearly = 2;

    internal static void Draw(SKCanvas canvas, SKRect inside, Panel panel, IReadOnlyList<PictureLine> lines, PictureRun run)
    {
        var legend = Legend(inside, lines);
        var height = inside.Height - (legend.Count * LegendRow) - 2;
        using var plot = new Plot();
        Shape(plot, panel, run);
        var most = panel.IsStacked ? AddStack(plot, lines) : AddLines(plot, lines);
        AddThresholds(plot, panel, most);
        foreach (var (at, _) in run.Notes)
        {
            var note = plot.Add.VerticalLine(at, 1, PictureColours.OfPlot(PictureColours.Faint), LinePattern.Dotted);
            note.LineWidth = 1;
        }
        Limit(plot, panel, lines, most, run);
        using var picture = SKBitmap.Decode(plot.GetImage((int)inside.Width * Clearly, (int)height * Clearly).GetImageBytes(ImageFormat.Png));
        using var drawn = SKImage.FromBitmap(picture);
        canvas.DrawImage(drawn, SKRect.Create(inside.Left, inside.Top, inside.Width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        DrawLegend(canvas, inside, legend);
    }

    static void Shape(Plot plot, Panel panel, PictureRun run)
    {
        plot.ScaleFactor = Clearly;
        plot.FigureBackground.Color = Colors.White;
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(run.Seconds > 240 ? 60 : 20) { LabelFormatter = PictureRun.Time };
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = value => Units.Text(panel.Unit, value), TargetTickCount = 5 };
        plot.Axes.Left.MinimumSize = 58;
        plot.Axes.Left.MaximumSize = 58;
        plot.Axes.Right.MinimumSize = 8;
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left }) axis.TickLabelStyle.FontSize = 10;
        plot.Grid.MajorLineColor = PictureColours.OfPlot(PictureColours.Edge);
        plot.HideLegend();
        plot.Axes.Frame(false);
        plot.Font.Set(PictureColours.FontName);
    }

    static double AddLines(Plot plot, IReadOnlyList<PictureLine> lines)
    {
        foreach (var (i, line) in lines.Index())
        {
            foreach (var (at, values) in line.Pieces())
            {
                var drawn = plot.Add.Scatter(at, values, PictureColours.OfPlot(PictureColours.Line(i)));
                drawn.LineWidth = 1.4f;
                drawn.MarkerSize = at.Length == 1 ? 3 : 0;
            }
        }
        return lines.SelectMany(line => line.Values).Max(v => v.Value);
    }

    static double AddStack(Plot plot, IReadOnlyList<PictureLine> lines)
    {
        var times = lines.SelectMany(line => line.Values).Select(v => v.At).Distinct().Order().ToArray();
        var below = new double[times.Length];
        foreach (var (i, line) in lines.Index())
        {
            var values = line.Values.ToDictionary(v => v.At, v => v.Value);
            var above = times.Select((at, t) => below[t] + values.GetValueOrDefault(at)).ToArray();
            var colour = PictureColours.OfPlot(PictureColours.Line(i));
            var area = plot.Add.FillY(times, below, above);
            area.FillColor = colour.WithAlpha(.35);
            area.LineWidth = 0;
            area.MarkerSize = 0;
            var edge = plot.Add.Scatter(times, above, colour);
            edge.LineWidth = 1.2f;
            edge.MarkerSize = 0;
            below = above;
        }
        return below.DefaultIfEmpty().Max();
    }

    /// <summary>Those that are near; the others would press the lines flat.</summary>
    static void AddThresholds(Plot plot, Panel panel, double most)
    {
        foreach (var (from, colour) in panel.Thresholds.Skip(1))
        {
            if (Math.Abs(from!.Value) > Math.Max(most * 4, double.Epsilon)) continue;
            var warning = PictureColours.Named(colour is "green" ? panel.Thresholds[0].Colour : colour);
            plot.Add.HorizontalLine(from.Value, 1, PictureColours.OfPlot(warning), LinePattern.Dashed);
        }
    }

    static void Limit(Plot plot, Panel panel, IReadOnlyList<PictureLine> lines, double most, PictureRun run)
    {
        var near = panel.Thresholds.Skip(1).Select(t => t.From!.Value).Where(t => t <= most * 4).DefaultIfEmpty(most).Max();
        var least = Math.Min(0, lines.SelectMany(line => line.Values).Min(v => v.Value));
        var top = Math.Max(Math.Max(most, near) * 1.1, least + 1e-3);
        plot.Axes.SetLimits(0, run.Seconds, least * 1.1, most == 0 && least == 0 ? 1 : top);
    }

    /// <summary>In rows, as many as have room; what has none is left away.</summary>
    static List<List<(string Name, SKColor Colour)>> Legend(SKRect inside, IReadOnlyList<PictureLine> lines)
    {
        const int MostRows = 3;
        using var font = new SKFont(PictureColours.Letters, 10);
        var rows = new List<List<(string Name, SKColor Colour)>> { new() };
        var used = 0f;
        foreach (var (i, line) in lines.Index())
        {
            var width = font.MeasureText(line.Name) + 26;
            if (used > 0 && used + width > inside.Width - 8)
            {
                if (rows.Count == MostRows) break;
                rows.Add([]);
                used = 0;
            }
            rows[^1].Add((line.Name, PictureColours.Line(i)));
            used += width;
        }
        return rows;
    }

    static void DrawLegend(SKCanvas canvas, SKRect inside, List<List<(string Name, SKColor Colour)>> rows)
    {
        using var font = new SKFont(PictureColours.Letters, 10);
        using var ink = new SKPaint { Color = PictureColours.Ink, IsAntialias = true };
        foreach (var (i, row) in rows.Index())
        {
            var bottom = inside.Bottom - ((rows.Count - 1 - i) * LegendRow) - 4;
            var left = inside.Left + 6;
            foreach (var (name, colour) in row)
            {
                using var dash = new SKPaint { Color = colour, StrokeWidth = 3 };
                canvas.DrawLine(left, bottom - 4, left + 12, bottom - 4, dash);
                canvas.DrawText(name, left + 16, bottom, font, ink);
                left += font.MeasureText(name) + 26;
            }
        }
    }
}
