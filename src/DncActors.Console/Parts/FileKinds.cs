using DncActors.Client;
using Microsoft.AspNetCore.Components.Forms;

namespace DncActors.Console.Parts;

/// <summary>What a file of a browser is, and how much of it is read.</summary>
static class FileKinds
{
    /// <summary>What goes through a page; larger ones are for the command line, which needs no browser to stay open.</summary>
    internal const long MostBytes = 2_000_000_000;

    static readonly string[] _ofLines = [".ndjson", ".jsonl", ".json"];

    /// <summary>By the ending of its name: what browsers say of files differs from machine to machine.</summary>
    internal static string MediaTypeOf(IBrowserFile file) =>
        Array.Exists(_ofLines, ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? DncMediaTypes.NdJson : DncMediaTypes.Csv;

    /// <summary>Why not this one; null where it can be read.</summary>
    internal static string? WhyNot(IBrowserFile file) => file.Size == 0 ? "This file is empty."
        : file.Size > MostBytes ? $"This file has {Numbers.OfBytes(file.Size)}; a page takes up to {Numbers.OfBytes(MostBytes)}. Use the dnc command."
        : null;

    /// <summary>"list.csv" becomes "list-checked.csv".</summary>
    internal static string NameBeside(string name, string word) =>
        Path.GetFileNameWithoutExtension(name) + "-" + word + (Path.GetExtension(name) is { Length: > 0 } ending ? ending : ".csv");
}
