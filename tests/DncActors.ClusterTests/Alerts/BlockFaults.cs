using System.Globalization;
using System.Net;
using System.Text;

namespace DncActors.ClusterTests.Alerts;

/// <summary>What becomes of the blocks that nodes have in memory.</summary>
static class BlockFaults
{
    const int First = 2_000_000;
    const int Second = 2_100_000;
    const int Many = 6_000;
    const int MostTries = 10;

    public static IEnumerable<AlertFault> All =>
    [
        new("a node starts while all imported entries are away", "they are put back, and the node is started anew", "BlocksVanished", "IndexesDiffer")
        {
            Make = async world =>
            {
                await ImportAsync(world, First, Many);
                await SeenByAllAsync();
                await world.Third.KillAsync();
                await world.ExecuteAsync(
                    "create table kept as select * from entry where import_id is not null; delete from entry where import_id is not null");
                world.Third.Revive();
                await world.ReadyAsync();
            },
            Heal = async world =>
            {
                await world.Third.KillAsync();
                await world.ExecuteAsync("insert into entry select * from kept; drop table kept");
                world.Third.Revive();
            },
        },
        new("somebody revokes an import", "it is imported again", "BlocksVanished")
        {
            Make = async world =>
            {
                var import = await ImportAsync(world, Second, 2 * Many);
                await SeenByAllAsync();
                using var patient = world.First.Api.Patient();
                (await patient.DeleteAsync($"/v1/dnc/imports/{import}", new { reason = "the wrong list" })).Expect(HttpStatusCode.Accepted);
            },
            Heal = world => ImportAsync(world, Second, 2 * Many),
        },
    ];

    /// <summary>Every node is looked at with all of it: what was never there cannot vanish.</summary>
    static Task SeenByAllAsync() => Passing.TimeAsync(TimeSpan.FromSeconds(5));

    /// <returns>The import's id.</returns>
    public static async Task<string> ImportAsync(AlertWorld world, int from, int count)
    {
        var lines = new StringBuilder("phone,channels,reason\n");
        for (var i = 0; i < count; i++) lines.Append(CultureInfo.InvariantCulture, $"+1303{from + i},call,asked\n");
        using var patient = world.First.Api.Patient();
        for (var tries = 1; ; tries++)
        {
            var answer = await patient.PostTextAsync("/v1/dnc/entries/import", lines.ToString(), "text/csv");
            // On a busy machine a chunk may be in doubt: then all of it is sent again, which blocks nobody twice.
            if (answer.Status == HttpStatusCode.ServiceUnavailable && tries < MostTries) continue;
            return answer.Expect(HttpStatusCode.OK)["importId"].GetString()!;
        }
    }
}
