using SkiaSharp;

namespace DncActors.Benchmarks.Dashboards;

/// <summary>The colours and letters of the pictures.</summary>
static class PictureColours
{
    static readonly SKColor[] Lines =
    [
        new(0x1f, 0x77, 0xb4), new(0xff, 0x7f, 0x0e), new(0x2c, 0xa0, 0x2c), new(0x94, 0x67, 0xbd), new(0x8c, 0x56, 0x4b), new(0xe3, 0x77, 0xc2),
        new(0x17, 0xbe, 0xcf), new(0xbc, 0xbd, 0x22), new(0xd6, 0x27, 0x28), new(0x7f, 0x7f, 0x7f),
    ];

    internal static readonly SKColor Paper = new(0xf4, 0xf5, 0xf5);
    internal static readonly SKColor Ink = new(0x24, 0x29, 0x2e);
    internal static readonly SKColor Faint = new(0x8a, 0x90, 0x96);
    internal static readonly SKColor Edge = new(0xdc, 0xdf, 0xe2);

    internal static SKTypeface Letters { get; } = Font("DejaVuSans.ttf");

    internal static SKTypeface BoldLetters { get; } = Font("DejaVuSans-Bold.ttf");

    internal const string FontName = "DejaVu Sans";

    internal static SKColor Line(int number) => Lines[number % Lines.Length];

    internal static SKColor Named(string colour) => colour switch
    {
        "red" => new(0xe0, 0x2f, 0x44),
        "orange" => new(0xff, 0x98, 0x30),
        _ => new(0x37, 0x87, 0x2d),
    };

    internal static ScottPlot.Color OfPlot(SKColor colour) => new(colour.Red, colour.Green, colour.Blue, colour.Alpha);

    /// <summary>Debian's, by its file: the library has no way of its own to find fonts.</summary>
    static SKTypeface Font(string file)
    {
        const string Fonts = "/usr/share/fonts";
        var found = Directory.Exists(Fonts) ? Directory.EnumerateFiles(Fonts, file, SearchOption.AllDirectories).FirstOrDefault() : null;
        return found is null
            ? throw new InvalidOperationException($"There is no {file} below {Fonts}: apt-get install fonts-dejavu-core.")
            : SKTypeface.FromFile(found);
    }
}
