using System.Globalization;
using System.Text;
using DncActors.Domain.Identity;

namespace DncActors.Gateway.Requests;

/// <summary>What a request says and who says it, in 16 bytes: another fingerprint under the same idempotency key is another request.</summary>
static class Fingerprints
{
    /// <param name="body">In canonical form: white space and the order of fields make no other request.</param>
    internal static Guid Of(string method, string path, string query, string actor, long? ifMatch, ReadOnlySpan<byte> body)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{method}\n{path}\n{query}\n{actor}\n{ifMatch}\n");
        var length = Encoding.UTF8.GetByteCount(head);
        var said = new byte[length + body.Length];
        Encoding.UTF8.GetBytes(head, said);
        body.CopyTo(said.AsSpan(length));
        return StableId.Of(said);
    }
}
