namespace DncActors.UnitTests.Gateway;

/// <summary>Gives out a few bytes at a time, as a network does.</summary>
public sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, step)], cancellationToken);
}
