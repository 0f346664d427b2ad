using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DncActors.Gateway.Requests;

/// <summary>
/// Cursors as clients see them: a store's own cursor, bound to the list (organization, path and filters) that gave it out, so that one of another list,
/// or one that was changed on the way, is refused and not misread. It is no secret: what a caller may see is decided by their key, page by page.
/// </summary>
static class Cursors
{
    internal const int MaxLength = 2_000;

    const int MarkBytes = 8;

    internal static string? Wrap(string scope, string? cursor)
    {
        if (cursor is null) return null;
        var text = Encoding.UTF8.GetBytes(cursor);
        return Base64Url.EncodeToString([.. Mark(scope, text), .. text]);
    }

    /// <summary>The store's own cursor, or null where this one was not given out by that list.</summary>
    internal static string? Unwrap(string scope, string cursor)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor)) return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < MarkBytes) return null;
        var text = bytes.AsSpan(MarkBytes);
        return Mark(scope, text).AsSpan().SequenceEqual(bytes.AsSpan(0, MarkBytes)) ? Encoding.UTF8.GetString(text) : null;
    }

    static byte[] Mark(string scope, ReadOnlySpan<byte> cursor)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(scope));
        hash.AppendData([0]);
        hash.AppendData(cursor);
        return hash.GetHashAndReset()[..MarkBytes];
    }
}
