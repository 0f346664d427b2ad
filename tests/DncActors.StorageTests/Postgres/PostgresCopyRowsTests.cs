using System.Buffers.Binary;
using System.Text;
using DncActors.Storage.Postgres;

namespace DncActors.StorageTests.Postgres;

/// <summary>The format as PostgreSQL describes it, however it is cut up on its way.</summary>
public sealed class PostgresCopyRowsTests
{
    static readonly string[] Long = [new('x', 200_000), ""];

    [Theory]
    [InlineData(1, 0)]
    [InlineData(7, 0)]
    [InlineData(1_000_000, 0)]
    [InlineData(3, 12)]
    public async Task Rows_come_out_as_they_went_in_however_they_are_cut(int piece, int headerExtension)
    {
        string?[][] rows = [["+12025550123", "é"], [null, ""], Long, ["", null]];

        var read = await ReadAsync(Sent(rows, headerExtension), piece);

        Assert.Equal(rows, read);
    }

    [Fact]
    public async Task No_rows_are_none() => Assert.Empty(await ReadAsync(Sent([], 0), 5));

    [Fact]
    public async Task Numbers_are_in_network_order()
    {
        var rows = new PostgresCopyRows(
            new MemoryStream([.. Header(0), 0, 2, 0, 0, 0, 2, 0x01, 0x02, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0x03, 0x04, 0xFF, 0xFF]), 2);

        Assert.True(await rows.NextAsync(TestContext.Current.CancellationToken));
        Assert.Equal((short)0x0102, rows.Short(0));
        Assert.Equal(0x0304, rows.Long(1));
        Assert.False(await rows.NextAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rows_that_end_before_their_end_are_no_end()
    {
        var sent = Sent([["a", "b"], ["c", "d"]], 0);

        for (var length = 0; length < sent.Length; length++)
            await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(sent[..length], 4));
    }

    [Fact]
    public async Task Rows_of_another_width_are_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Sent([["a"]], 0), 100));

    static async Task<List<string?[]>> ReadAsync(byte[] sent, int piece)
    {
        var rows = new PostgresCopyRows(new PiecewiseStream(sent, piece), 2);
        var read = new List<string?[]>();
        while (await rows.NextAsync(TestContext.Current.CancellationToken))
            read.Add([.. Enumerable.Range(0, 2).Select(i => rows.IsNull(i) ? null : Encoding.UTF8.GetString(rows.Bytes(i)))]);
        return read;
    }

    static byte[] Sent(string?[][] rows, int headerExtension) => [.. Header(headerExtension), .. rows.SelectMany(Row), 0xFF, 0xFF];

    static byte[] Header(int extension) => [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, .. Number(extension), .. new byte[extension]];

    static IEnumerable<byte> Row(string?[] row) =>
        [0, (byte)row.Length, .. row.SelectMany(v => v is null ? Number(-1) : [.. Number(Encoding.UTF8.GetByteCount(v)), .. Encoding.UTF8.GetBytes(v)])];

    static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>Gives no more than so many bytes at once.</summary>
    sealed class PiecewiseStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
    }
}
