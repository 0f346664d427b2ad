using DncActors.Client.Errors;
using DncActors.Client.Registry;

namespace DncActors.UnitTests.Client.Paging;

public sealed class PagesTests : IDisposable
{
    const string Line =
        """{"id":"e","contactPoint":"+12025550123","kind":"phone","channels":["call"],"source":"manual","""
        + "\"addedBy\":\"u\",\"addedAt\":\"2026-05-01T12:00:00Z\"}";

    readonly ClientFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_walk_reads_page_after_page_until_the_last()
    {
        fixture.Gateway.Json(Page("a", "c1")).Json(Page("b", "c2")).Json("""{"items":[],"next":null}""");

        var ids = new List<string>();
        await foreach (var role in fixture.Client.Roles.WalkAsync(cancellation: TestContext.Current.CancellationToken))
            ids.Add(role.Id);

        Assert.Equal(["a", "b"], ids);
        Assert.Equal(
            ["GET /v1/roles?limit=1000", "GET /v1/roles?limit=1000&cursor=c1", "GET /v1/roles?limit=1000&cursor=c2"],
            fixture.Gateway.Seen.Select(s => s.Line));
    }

    [Fact]
    public async Task A_walk_reads_no_page_before_it_is_asked_for()
    {
        fixture.Gateway.Json(Page("a", "c1"));

        await foreach (var role in fixture.Client.Roles.WalkAsync(cancellation: TestContext.Current.CancellationToken))
        {
            Assert.Equal("a", role.Id);
            break;
        }

        Assert.Single(fixture.Gateway.Seen);
    }

    [Fact]
    public async Task A_list_that_goes_in_a_circle_is_not_walked_for_ever()
    {
        fixture.Gateway.Json(Page("a", "c1")).Json(Page("b", "c1"));

        await Assert.ThrowsAsync<DncConnectionException>(async () =>
        {
            await foreach (var _ in fixture.Client.Roles.WalkAsync(cancellation: TestContext.Current.CancellationToken))
            {
            }
        });
    }

    [Fact]
    public async Task An_export_gives_its_lines_as_they_come_and_a_cut_one_ends_with_a_failure()
    {
        fixture.Gateway.Stream(new BreakingStream($"{Line}\n{Line}\n{Line[..40]}"));

        var read = 0;
        await Assert.ThrowsAsync<DncConnectionException>(async () =>
        {
            await foreach (var entry in fixture.Client.Registry.ExportAsync(new EntrySearch(), cancellation: TestContext.Current.CancellationToken))
            {
                Assert.Equal("+12025550123", entry.ContactPoint);
                read++;
            }
        });

        Assert.Equal("application/x-ndjson", fixture.Gateway.Last.Header("Accept"));
        Assert.InRange(read, 0, 2);
    }

    [Fact]
    public async Task A_whole_export_is_read_to_its_end()
    {
        fixture.Gateway.Stream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Line + "\n", 1000)))));

        var read = 0;
        await foreach (var _ in fixture.Client.Registry.ExportAsync(new EntrySearch(), cancellation: TestContext.Current.CancellationToken))
            read++;

        Assert.Equal(1000, read);
    }

    [Fact]
    public async Task Items_are_imported_as_json_lines()
    {
        fixture.Gateway.Json("""{"importId":"i","accepted":2,"rejected":0,"dryRun":false,"errors":[],"lastLine":2}""");

        var result = await fixture.Client.Registry.ImportAsync(Entries(), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(2, result.Accepted);
        Assert.Equal("application/x-ndjson", fixture.Gateway.Last.MediaType);
        Assert.Equal("{\"phone\":\"+12025550123\",\"channels\":[\"call\"]}\n{\"email\":\"a@b.test\"}\n", fixture.Gateway.Last.Body);

        static async IAsyncEnumerable<AddEntryRequest> Entries()
        {
            yield return new() { Phone = "+12025550123", Channels = ["call"] };
            await Task.Yield();
            yield return new() { Email = "a@b.test" };
        }
    }

    static string Page(string id, string next) =>
        $$"""{"items":[{"id":"{{id}}","name":"R","permissions":[],"builtIn":false,"version":1}],"next":"{{next}}"}""";
}
