using System.Net;
using Google.Protobuf;
using Grpc.Core;
using V1 = DncActors.Client.Protos.Dnc.V1;

namespace DncActors.ClusterTests.Rpc;

/// <summary>Every call of the contract, met by those who may not, and by another organization.</summary>
public sealed class RpcAccessTests
{
    static readonly string[] AllOthers =
        ["workflow.edit", "action.execute", "dnc.read", "dnc.write", "lead.read", "lead.write", "report.read", "admin"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_refuses_a_caller_without_a_key_and_a_key_without_the_permission()
    {
        await using var host = await RpcHost.StartAsync();
        var role = (await host.Admin.PostAsync("/v1/roles", new { name = "All but contact.check", permissions = AllOthers })).Expect(HttpStatusCode.Created).Id;
        using var nobody = host.As(null);
        using var stranger = host.As("dnc_stranger");
        using var without = await host.AsRoleAsync(role);
        using var dialer = await host.AsRoleAsync("dialer");
        var service = V1.ContactChecks.Descriptor;
        Assert.Equal(3, service.Methods.Count);
        foreach (var method in service.Methods)
        {
            var message = Sample(method.Name).ToByteArray();
            var unknown = (StatusCode.Unauthenticated, "urn:dnc:error:unauthenticated");
            Assert.Equal(unknown, await EndAsync(nobody, method.Name, message));
            Assert.Equal(unknown, await EndAsync(stranger, method.Name, message));
            Assert.Equal((StatusCode.PermissionDenied, "urn:dnc:error:forbidden"), await EndAsync(without, method.Name, message));
            Assert.Equal((StatusCode.OK, null), await EndAsync(dialer, method.Name, message));
        }

        async Task<(StatusCode, string?)> EndAsync(RpcCalls calls, string name, byte[] message)
        {
            var (status, error) = await calls.SendAsync(service.FullName, name, message);
            return (status.StatusCode, error);
        }
    }

    [Fact]
    public async Task Nothing_of_one_organization_is_seen_by_another()
    {
        await using var host = await RpcHost.StartAsync();
        var entry = new { phone = "+12025550177", channels = new[] { "call" }, reason = "asked" };
        (await host.Admin.PostAsync("/v1/dnc/entries", entry)).Expect(HttpStatusCode.Created);
        var others = await host.Admin.PostAsync("/v1/organizations", new { name = "Others", region = "US" });
        var theirs = others.Expect(HttpStatusCode.Created)["key"].GetString();
        using var ours = host.As(host.Process.AdministratorKey);
        using var stranger = host.As(theirs);
        foreach (var (calls, expected) in new[] { (ours, V1.VerdictCode.Blocked), (stranger, V1.VerdictCode.Allowed) })
        {
            Assert.Equal(expected, (await calls.CheckAsync((V1.CheckRequest)Sample("Check"))).Verdict_);
            Assert.Equal([expected], (await calls.BatchAsync((V1.CheckBatchRequest)Sample("CheckBatch"))).Verdicts);
            Assert.Equal(expected, Assert.Single(await calls.AskAsync([.. ((V1.StreamQuestions)Sample("CheckStream")).Questions])).Verdict);
        }
    }

    [Fact]
    public async Task A_key_that_is_revoked_gets_no_answer_on_the_stream_that_it_opened()
    {
        await using var host = await RpcHost.StartAsync();
        var key = (await host.Admin.PostAsync("/v1/api-keys", new { name = "Dialer", role = "dialer" })).Expect(HttpStatusCode.Created);
        using var calls = host.As(key["key"].GetString());
        using var call = calls.Open();
        var question = (V1.StreamQuestions)Sample("CheckStream");
        await call.RequestStream.WriteAsync(question, Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));

        Assert.True((int)(await host.Admin.DeleteAsync($"/v1/api-keys/{key.Id}")).Status is 200 or 204);
        try
        {
            await call.RequestStream.WriteAsync(question, Cancellation);
        }
        catch (Exception over) when (over is RpcException or InvalidOperationException)
        {
            // Ended before it was asked.
        }
        var ended = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation));
        Assert.Equal((StatusCode.Unauthenticated, "urn:dnc:error:unauthenticated"), (ended.StatusCode, ended.Trailers.GetValue("dnc-error")));
    }

    static IMessage Sample(string method) => method switch
    {
        "Check" => new V1.CheckRequest { Phone = "+12025550177", Channel = V1.Channel.Call },
        "CheckBatch" => new V1.CheckBatchRequest { Phones = { "+12025550177" }, Channel = V1.Channel.Call },
        "CheckStream" => new V1.StreamQuestions { Questions = { new V1.StreamQuestion { E164 = 12_025_550_177, Channel = V1.Channel.Call } } },
        _ => throw new ArgumentException($"There is no sample for {method}: every call of the contract is met here.", nameof(method)),
    };
}
