using DncActors.Benchmarks.Admission;
using DncActors.Benchmarks.CheckPeers;
using DncActors.Benchmarks.Cluster;
using DncActors.Benchmarks.Compare;
using DncActors.Benchmarks.ContactChecks;
using DncActors.Benchmarks.Dashboards;
using DncActors.Benchmarks.Files;
using DncActors.Benchmarks.GrainPeer;
using DncActors.Benchmarks.Imports;
using DncActors.Benchmarks.Leads;
using DncActors.Benchmarks.Ledger;
using DncActors.Benchmarks.OpenLoop;
using DncActors.Benchmarks.Pages;
using DncActors.Benchmarks.Peer;
using DncActors.Benchmarks.Postgres;
using DncActors.Benchmarks.Scrubs;
using DncActors.Benchmarks.Server;
using DncActors.Benchmarks.Sizes;
using DncActors.Benchmarks.Telemetry;

// Each measurement starts the server as a process of its own and asks it from others; the peer is measured in the same run, round by round.
return args switch
{
    ["serve", .. var rest] => await BenchServer.RunAsync(rest),
    ["peer", .. var rest] => await PeerServer.RunAsync(rest),
    ["grain-peer", .. var rest] => await GrainPeerServer.RunAsync(rest),
    ["check-peer", .. var rest] => await CheckPeerServer.RunAsync(rest),
    ["open-loop", .. var rest] => OpenLoopLoad.Run(rest),
    ["wire", .. var rest] => SlowWire.Run(rest),
    ["compare", .. var rest] => await CompareBenchmark.RunAsync(rest),
    ["sizes", .. var rest] => await SizesBenchmark.RunAsync(rest),
    ["file-peers", .. var rest] => await FilePeers.RunAsync(rest),
    ["executions", .. var rest] => await ExecutionsBenchmark.RunAsync(rest),
    ["checks", .. var rest] => await ChecksBenchmark.RunAsync(rest),
    ["grpc", .. var rest] => await GrpcBenchmark.RunAsync(rest),
    ["grpc-load", .. var rest] => await GrpcLoad.RunAsync(rest),
    ["dashboard-cost", .. var rest] => await DashboardCost.RunAsync(rest),
    ["telemetry-cost", .. var rest] => await TelemetryCost.RunAsync(rest),
    ["batches", .. var rest] => await BatchesBenchmark.RunAsync(rest),
    ["imports", .. var rest] => await ImportsBenchmark.RunAsync(rest),
    ["import-peers", .. var rest] => await ImportPeers.RunAsync(rest),
    ["beside-import", .. var rest] => await BesideImport.RunAsync(rest),
    ["scrubs", .. var rest] => await ScrubsBenchmark.RunAsync(rest),
    ["postgres-commits", .. var rest] => await PostgresCommits.RunAsync(rest),
    ["postgres-executions", .. var rest] => await PostgresExecutions.RunAsync(rest),
    ["cluster-checks", .. var rest] => await ClusterChecks.RunAsync(rest),
    ["gateway-checks", .. var rest] => await GatewayChecksBenchmark.RunAsync(rest),
    ["noisy", .. var rest] => await NoisyBenchmark.RunAsync(rest),
    ["node-lost", .. var rest] => await NodeLost.RunAsync(rest),
    ["pages", .. var rest] => await PagesBenchmark.RunAsync(rest),
    ["dashboards", .. var rest] => await DashboardPictures.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        compare [rounds] [seconds] [entries] [--only checks,batches,latency] [--pool 16] [--json artifacts/benchmarks/compare.json]
                                        single checks and batches beside a Redis and a PostgreSQL behind ASP.NET, asked about the same list; what a
                                        check is waited for at half of the most
        sizes [rounds] [seconds] [few] [many] [--json artifacts/benchmarks/sizes.json]
                                        single checks with 10,000 and with 10,000,000 entries; the memory of each, and a restart with them on SQLite
                                        and on PostgreSQL
        file-peers [lines] [entries] [rounds] [--json artifacts/benchmarks/file-peers.json]
                                        a file of phones through PostgreSQL and through DuckDB
        executions [rounds] [seconds]   executions a second at 64 connections, each on a fresh lead with three contact points;
                                        beside them a bare loop of the same rows
        checks [rounds] [seconds]       single contact checks beside an endpoint that authenticates, parses and answers a constant
        grpc [rounds] [seconds]         checks over one gRPC stream beside single checks over HTTP
        telemetry-cost [rounds] [seconds]
                                        single contact checks on three servers: without telemetry, with what is on by itself, and with a collector
        dashboard-cost [rounds] [seconds] [checks|executions]
                                        single contact checks, or executions, on three servers: without Orleans' dashboard, with it, and while it is looked at
        batches [requests]              a batch of 10,000 phones
        imports [lines]                 so many leads and so many entries, streamed
        beside-import [rounds] [seconds] [sqlite|postgres]
                                        checks and executions at a fixed rate, alone and beside an import
        import-peers [entries] [rounds] so many entries, beside the same rows by a raw COPY and by a bare prepared loop
        scrubs [lines] [entries]        a CSV of so many phones against so many entries, in three forms, with curl
        postgres-commits <connection string> [executions] [in flight …]
                                        the ledger alone, on an empty database of its own
        postgres-executions [rounds] [seconds] [connections …] [--nodes 1] [--rtt 0] [--standby] [--pool 32] [--trips 1]
                            [--groups 8] [--grains] [--against PROGRAM] [--with NAME=VALUE]
                                        executions on PostgreSQL beside an endpoint that runs one transaction for each request; with so many nodes,
                                        so many milliseconds added to each round trip to the database, a synchronous standby, so many connections
                                        of the peer and round trips of its transaction, so many user groups that are told; beside a grain for each
                                        lead instead, or beside a node of another build (its program of this name, or this one), with what is set
                                        in ours' environment alone
        cluster-checks [rounds] [seconds]
                                        a single check on a node alone and on each of three; an execution, one at a time, by one and by three
        gateway-checks [rounds] [seconds]
                                        single checks through a gateway to one, two and three nodes, beside the same checks at a node
        noisy [seconds] [changes at once …]
                                        what an organization waits for executions and checks, alone and beside one with 640 connections
        node-lost [executions a second] [seconds]
                                        the longest wait for an execution while a node of three is killed, and while one is paused
        pages [records] [consoles] [rounds] [seconds]
                                        what the console's list pages read, with so many leads and entries; a single check while so many consoles are
                                        open in a Chromium, and while none is
        dashboards [docs/dashboards]    a picture of every dashboard, as a Prometheus has it after a run with a node and a database lost
        """);
    return 2;
}
