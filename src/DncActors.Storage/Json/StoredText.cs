using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DncActors.Storage.Json;

/// <summary>Stored records to and from UTF-8.</summary>
internal static class StoredText
{
    // Nothing here is ever put into a page as it is: escaping "+" and every letter beyond ASCII would only make the rows longer.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    static Scratch? _scratch;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var scratch = _scratch ??= new Scratch();
        scratch.Start();
        JsonSerializer.Serialize(scratch.Writer, value, type);
        scratch.Writer.Flush();
        return scratch.Buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The row was not written by this program.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(utf8, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    /// <summary>The array's own items where it has any; null keeps an empty list out of the row.</summary>
    public static TStored[]? List<T, TStored>(ImmutableArray<T> items, Func<T, TStored> map)
    {
        if (items.IsDefaultOrEmpty) return null;
        var stored = new TStored[items.Length];
        for (var i = 0; i < stored.Length; i++) stored[i] = map(items[i]);
        return stored;
    }

    public static string[]? List(ImmutableArray<string> items) => items.IsDefaultOrEmpty ? null : ImmutableCollectionsMarshal.AsArray(items);

    /// <summary>Never the default array: whoever reads a stored record may enumerate what it gets.</summary>
    public static ImmutableArray<T> Items<TStored, T>(TStored[]? stored, Func<TStored, T> map)
    {
        if (stored is null || stored.Length == 0) return [];
        var items = new T[stored.Length];
        for (var i = 0; i < items.Length; i++) items[i] = map(stored[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public static ImmutableArray<string> Items(string[]? stored) => stored is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(stored);

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? Time(long? ticks) => ticks is { } given ? Time(given) : null;

    sealed class Scratch
    {
        const int KeptBytes = 256 * 1024;

        public Scratch() => Writer = new Utf8JsonWriter(Buffer, Options);

        public ArrayBufferWriter<byte> Buffer { get; private set; } = new(4 * 1024);

        public Utf8JsonWriter Writer { get; }

        public void Start()
        {
            // One huge import must not keep its buffer on every thread.
            if (Buffer.Capacity > KeptBytes) Buffer = new(4 * 1024);
            Buffer.ResetWrittenCount();
            Writer.Reset(Buffer);
        }
    }
}
