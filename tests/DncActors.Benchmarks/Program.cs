using DncActors.Benchmarks.ContactChecks;
using DncActors.Benchmarks.Imports;
using DncActors.Benchmarks.Leads;
using DncActors.Benchmarks.Ledger;
using DncActors.Benchmarks.Server;

// Each measurement starts the server as a process of its own and asks it from others; the peer is measured in the same run, round by round.
return args switch
{
    ["serve", .. var rest] => await BenchServer.RunAsync(rest),
    ["executions", .. var rest] => await ExecutionsBenchmark.RunAsync(rest),
    ["checks", .. var rest] => await ChecksBenchmark.RunAsync(rest),
    ["batches", .. var rest] => await BatchesBenchmark.RunAsync(rest),
    ["imports", .. var rest] => await ImportsBenchmark.RunAsync(rest),
    ["postgres-commits", .. var rest] => await PostgresCommits.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        executions [rounds] [seconds]   executions a second at 64 connections, each on a fresh lead with three contact points;
                                        beside them a bare loop of the same rows
        checks [rounds] [seconds]       single contact checks beside an endpoint that authenticates, parses and answers a constant
        batches [requests]              a batch of 10,000 phones
        imports [lines]                 so many leads and so many entries, streamed
        postgres-commits <connection string> [executions] [in flight …]
                                        the ledger alone, on an empty database of its own
        """);
    return 2;
}
