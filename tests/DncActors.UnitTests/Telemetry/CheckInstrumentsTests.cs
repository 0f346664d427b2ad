using System.Diagnostics.Metrics;
using DncActors.Contracts.ContactChecks;
using DncActors.Contracts.Nodes;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Organizations;
using Microsoft.Extensions.Options;

namespace DncActors.UnitTests.Telemetry;

public sealed class CheckInstrumentsTests
{
    [Fact]
    public void A_batch_is_counted_by_contact_point_and_as_unsure_where_nothing_was_answered()
    {
        using var meters = new HeardMeters();
        using var organizations = Naming(0);
        using var checks = new CheckInstruments(organizations, meters);
        CheckVerdict[] verdicts = [CheckVerdict.Allowed, CheckVerdict.Blocked, CheckVerdict.Allowed, CheckVerdict.Invalid];

        checks.Checked("acme", CheckVerdict.Allowed, Channels.Sms, CheckTransport.Http);
        checks.Checked("acme", VerdictCounts.Of(new CheckResult(CheckVerdict.Allowed, 1, 1), verdicts), Channels.Call, CheckTransport.Batch);
        checks.Checked("acme", VerdictCounts.Of(new CheckResult(CheckVerdict.Unsure, 1, 1), verdicts), Channels.Email, CheckTransport.Batch);

        meters.Look();
        Assert.Equal(
            new Dictionary<string, double>
            {
                ["dnc.checks{channel=sms,transport=http,verdict=allowed}"] = 1,
                ["dnc.checks{channel=call,transport=batch,verdict=allowed}"] = 2,
                ["dnc.checks{channel=call,transport=batch,verdict=blocked}"] = 1,
                ["dnc.checks{channel=call,transport=batch,verdict=invalid}"] = 1,
                ["dnc.checks{channel=email,transport=batch,verdict=unsure}"] = 4,
            },
            meters.Heard.ToDictionary());
        Assert.Equal(new Answered(new(Unsure: 4, Blocked: 1, Allowed: 3, Invalid: 1), 0), checks.Answered);
    }

    [Fact]
    public void Counting_a_check_allocates_nothing()
    {
        using var meter = new MeterListener();
        using var organizations = Naming(1);
        using var checks = new CheckInstruments(organizations);
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "dnc.checks" or "dnc.organization.checks") listener.EnableMeasurementEvents(instrument);
        };
        meter.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        meter.Start();
        checks.Checked("acme", CheckVerdict.Allowed, Channels.Call, CheckTransport.Http);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) checks.Checked("acme", CheckVerdict.Allowed, Channels.Call, CheckTransport.Http);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    static OrganizationInstruments Naming(int organizations) => new(Options.Create(new DncGatewayOptions { OrganizationLabels = organizations }));
}
