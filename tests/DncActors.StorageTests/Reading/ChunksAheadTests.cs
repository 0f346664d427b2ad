using DncActors.Storage.Reading;

namespace DncActors.StorageTests.Reading;

public sealed class ChunksAheadTests
{
    const int Size = 3;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Every_row_comes_once_and_in_order_and_no_chunk_is_empty(int rows)
    {
        var chunks = new List<IReadOnlyList<int>>();
        await foreach (var chunk in Chunks(place => Task.FromResult(Behind(place, rows)))) chunks.Add(chunk);

        Assert.Equal(Enumerable.Range(1, rows), chunks.SelectMany(chunk => chunk));
        Assert.DoesNotContain(chunks, chunk => chunk.Count == 0);
    }

    [Fact]
    public async Task One_chunk_is_read_while_another_is_worked_on_and_never_a_third()
    {
        var begun = new List<int>();
        var chunks = Chunks(place =>
        {
            begun.Add(place);
            return Task.FromResult(Behind(place, 10));
        });
        await using var walk = chunks.GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await walk.MoveNextAsync());
        Assert.Equal([0, 3], begun);
        Assert.True(await walk.MoveNextAsync());
        Assert.Equal([0, 3, 6], begun);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_behind_what_could()
    {
        var seen = new List<int>();
        var broken = Chunks(place => place == 0 ? Task.FromResult(Behind(place, 10)) : Task.FromException<List<int>>(new IOException("gone")));

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var chunk in broken) seen.AddRange(chunk);
        });
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task Whoever_leaves_in_the_middle_waits_for_what_is_being_read()
    {
        var held = new TaskCompletionSource<List<int>>();
        var walk = Chunks(place => place == 0 ? Task.FromResult(Behind(place, 10)) : held.Task)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await walk.MoveNextAsync());

        var left = walk.DisposeAsync().AsTask();
        Assert.False(left.IsCompleted);
        held.SetException(new IOException("gone"));
        await left;
    }

    static IAsyncEnumerable<IReadOnlyList<int>> Chunks(Func<int, Task<List<int>>> readAsync) => ChunksAhead.ReadAsync(0, Size, readAsync, row => row);

    /// <summary>The rows of 1, 2, 3, … that stand behind a place.</summary>
    static List<int> Behind(int place, int rows) => [.. Enumerable.Range(1, rows).Where(row => row > place).Take(Size)];
}
