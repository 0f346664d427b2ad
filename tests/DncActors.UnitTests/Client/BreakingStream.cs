using System.Text;

namespace DncActors.UnitTests.Client;

/// <summary>Gives a text, then fails as a connection that was reset does.</summary>
sealed class BreakingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("Connection reset");
}
