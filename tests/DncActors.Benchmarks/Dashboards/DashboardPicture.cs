using DncActors.TestServers.Dashboards;
using DncActors.TestServers.Prometheus;
using SkiaSharp;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>A whole dashboard on one sheet, its panels where Grafana puts them.</summary>
static class DashboardPicture
{
    const int Column = 50;
    const int Row = 26;
    const int Head = 62;
    const int Gap = 3;

    /// <summary>Four looks of Prometheus long, and one over.</summary>
    static readonly TimeSpan RateInterval = TimeSpan.FromSeconds(5);

    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    internal static async Task<byte[]> DrawAsync(Dashboard dashboard, PrometheusServer prometheus, PictureRun run)
    {
        var height = Head + (dashboard.Panels.Max(p => p.Place.Top + p.Place.Height) * Row);
        using var bitmap = new SKBitmap(24 * Column, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(PictureColours.Paper);
        DrawHead(canvas, dashboard, run);
        foreach (var panel in dashboard.Panels)
        {
            var place = panel.Place;
            var frame = SKRect.Create((place.Left * Column) + Gap, Head + (place.Top * Row) + Gap, (place.Width * Column) - (2 * Gap),
                (place.Height * Row) - (2 * Gap));
            PanelPicture.Draw(canvas, frame, panel, await AskAsync(panel, prometheus, run), run);
        }
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    static async Task<IReadOnlyList<PictureLine>> AskAsync(Panel panel, PrometheusServer prometheus, PictureRun run)
    {
        var lines = new List<PictureLine>();
        foreach (var query in panel.Queries)
        {
            var found = await prometheus.QueryRangeAsync(query.Send(RateInterval), run.From, run.To, Step);
            lines.AddRange(found.Where(series => series.HasData).Select(series => new PictureLine(
                query.NameOf(series.Labels),
                [.. series.Values.Where(v => double.IsFinite(v.Value)).Select(v => ((v.At - run.From).TotalSeconds, v.Value))])));
        }
        return [.. lines.OrderBy(line => line.Name, StringComparer.Ordinal)];
    }

    static void DrawHead(SKCanvas canvas, Dashboard dashboard, PictureRun run)
    {
        using var ink = new SKPaint { Color = PictureColours.Ink, IsAntialias = true };
        using var faint = new SKPaint { Color = PictureColours.Faint, IsAntialias = true };
        using var large = new SKFont(PictureColours.BoldLetters, 20);
        using var small = new SKFont(PictureColours.Letters, 12);
        canvas.DrawText(dashboard.Title, 8, 26, large, ink);
        canvas.DrawText(dashboard.Description, 24 + large.MeasureText(dashboard.Title), 26, small, ink);
        var notes = string.Join("      ", run.Notes.Select(note => $"{PictureRun.Time(note.Seconds)} {note.What}"));
        canvas.DrawText($"Three nodes on PostgreSQL, minutes and seconds since the load began:      {notes}", 8, 50, small, faint);
    }
}
