namespace DncActors.Host.Settings;

/// <summary>What <c>--help</c> says.</summary>
public static class HelpText
{
    public const string Text =
        """
        DncActors, a Do-Not-Contact engine. Without arguments: http://localhost:8080, data in ./data, a demo organization.

        Settings, as arguments (--Dnc:Demo=false) or environment variables (Dnc__Demo=false):
          --Dnc:Role               node (the default), silo or gateway
          --Dnc:Storage            sqlite (the default) or postgres
          --Dnc:DataDirectory      where the files are; ./data
          --Dnc:ConnectionString   PostgreSQL's
          --Dnc:Demo               load the demo organization into an empty store; true for SQLite
          --Dnc:BootstrapKey       the first administrator's key; made and printed once
          --Dnc:ClusterId          the name of this installation; dnc
          --Dnc:SiloPort           Orleans' port; 11111 or, with SQLite, the next free one
          --Dnc:GatewayPort        the port for Orleans clients; with SQLite closed
          --Dnc:AdvertisedAddress  where the others find this process
          --Dnc:AdvertisedSiloPort the port that they find its silo on; SiloPort
          --Dnc:Lease:Length       how long a process answers without the database; 00:00:03
          --Dnc:Lease:RenewEvery   how often it renews that; 00:00:00.250
          --Dnc:Lease:PushPatience how long a silent process is waited for; 00:00:01
          --Dnc:Lease:DriftMargin  by which part two machines' clocks may differ in measuring a time; 0.1
          --Dnc:GrpcUrl            where gRPC is served in clear text, or none; http://localhost:8081 beside the default --urls, else none
          --Dnc:Console            serve the pages of the console at /; true
          --Dnc:OpenId:Authority   the address of an identity provider by which people may sign in to the console; none
          --Dnc:OpenId:ClientId    what it calls this installation
          --Dnc:OpenId:ClientSecret what it shares with it
          --Dnc:OpenId:Organization the organization whose users sign in by it; default
          --Dnc:OpenId:Claim       the claim that is a user's login; email, where it is verified
          --Dnc:OpenId:Label       what it is called where one signs in; single sign-on
          --Dnc:OpenId:Scopes      what is asked for; "openid email"
          --Dnc:Admission:ChangesAtOnce    changes on their way to the ledger at a time; 96, with PostgreSQL 256
          --Dnc:Admission:ChangesWaiting   those of one organization that wait, before more are answered 503; 1024
          --Dnc:Admission:ReadsAtOnce      searches and reports at a time; 8
          --Dnc:Admission:ReadsWaiting     those of one organization that wait; 512
          --Dnc:Admission:BatchesAtOnce    batches of contact checks at a time; 16
          --Dnc:Admission:BatchesWaiting   those of one organization that wait; 512
          --Dnc:Admission:StreamsAtOnce    imports at a time, and exports; 32
          --Dnc:Admission:Patience         how long a request waits for its turn; 00:00:05
          --Dnc:RateLimits:ChecksPerSecond  contact points that each key may check in a second; 0, no limit
          --Dnc:RateLimits:ChangesPerSecond changes that each key may ask for in a second; 0, no limit
          --Dnc:DrainSeconds       how long it serves on after SIGTERM while /readyz says 503; 0 for SQLite, else 5
          --Dnc:Dashboard          show Orleans' dashboard at /dashboard/orleans to administrators of the first organization; true
          --Dnc:AccessRecordDays   for how many days it is kept who read or exported the list; 400
          --Dnc:Telemetry:Metrics  count and measure, and answer /metrics; true
          --Dnc:Telemetry:TraceRatio   the part of the requests that are traced, where traces are sent; 0.001
          --Dnc:Telemetry:OtlpEndpoint where metrics, traces and logs are sent (OTEL_EXPORTER_OTLP_ENDPOINT); nowhere
          --Dnc:Telemetry:OrganizationLabels of how many organizations, and ten keys of each, metrics tell the id; 0

        ASP.NET Core's, among others:
          --urls                   where HTTP is served (ASPNETCORE_URLS); http://*:8080 for every interface
          --environment            (ASPNETCORE_ENVIRONMENT)
          --Logging:LogLevel:...   (Logging__LogLevel__...)
          --Kestrel:...            (Kestrel__...), certificates for one

          --version                prints the version
          --help                   prints this
        """;
}
