namespace DncActors.ClusterTests.Scrubs;

/// <summary>The same bytes so many times, without being there so often.</summary>
sealed class RepeatedStream(byte[] bytes, int times) : MemoryStream(bytes)
{
    int left = times - 1;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position == Length && left-- > 0) Position = 0;
        return base.ReadAsync(buffer, cancellationToken);
    }
}
