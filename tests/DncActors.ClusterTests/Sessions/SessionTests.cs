using System.Net;
using System.Text.Json;
using DncActors.ClusterTests.Host;
using DncActors.ClusterTests.Http;

namespace DncActors.ClusterTests.Sessions;

/// <summary>Signing in, against the real host.</summary>
public sealed class SessionTests
{
    const string Password = "correct horse battery staple";
    const string Another = "another four word phrase";

    [Fact]
    public async Task Who_signs_in_is_themself_until_they_sign_out()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        await PeopleAsync(admin);
        using var nobody = new Api(host.Address, null);

        var session = (await nobody.PostAsync("/v1/sessions", new { organizationId = "default", user = "Ann Smith", password = Password }))
            .Expect(HttpStatusCode.Created);
        using var ann = admin.As(session["key"].GetString()!);
        var me = (await ann.GetAsync("/v1/me")).Expect(HttpStatusCode.OK);

        Assert.Equal("ann", session["userId"].GetString());
        Assert.Equal(
            ("default", "ann", "Ann Smith", "US"),
            (me["organizationId"].GetString(), me["userId"].GetString(), me["userName"].GetString(), me["region"].GetString()));
        Assert.Equal(["manager"], Texts(me["roles"]));
        Assert.Contains("workflow.edit", Texts(me["permissions"]));
        Assert.Equal(session["expiresAt"].GetDateTimeOffset(), me["expiresAt"].GetDateTimeOffset());
        var keys = (await admin.GetAsync("/v1/api-keys")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();
        Assert.Contains(keys, k => k.GetProperty("userId").GetString() == "ann" && k.TryGetProperty("expiresAt", out _));

        (await nobody.PostAsync("/v1/sessions", new { user = "ann@acme.example", password = Password })).Expect(HttpStatusCode.Created);

        (await ann.DeleteAsync("/v1/sessions/current")).Expect(HttpStatusCode.NoContent);
        (await ann.GetAsync("/v1/me")).ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        (await admin.DeleteAsync("/v1/sessions/current")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "unprocessable");
        Assert.Equal(JsonValueKind.Null, (await admin.GetAsync("/v1/me"))["userId"].ValueKind);
    }

    [Fact]
    public async Task Nobody_learns_whom_there_is_and_too_many_tries_are_refused()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        await PeopleAsync(admin);
        using var nobody = new Api(host.Address, null);

        var refused = new HashSet<string>();
        foreach (var (organization, user) in new[] { ("default", "ann"), ("default", "bob"), ("default", "ghost"), ("elsewhere", "ann"), ("../x", "ann") })
        {
            var answer = (await nobody.PostAsync("/v1/sessions", new { organizationId = organization, user, password = Another }))
                .ExpectProblem(HttpStatusCode.Unauthorized, "unauthenticated");
            refused.Add(string.Join('|', answer.Json.EnumerateObject().Where(p => p.Name != "requestId").Select(p => p.Value.ToString())));
        }
        Assert.Single(refused);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++) statuses.Add((await TryAsync("ghost")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        var limited = (await TryAsync("GHOST")).ExpectProblem(HttpStatusCode.TooManyRequests, "rate-limited");
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60));
        (await nobody.PostAsync("/v1/sessions", new { user = "ann", password = Password })).Expect(HttpStatusCode.Created);

        Task<Answer> TryAsync(string user) => nobody.PostAsync("/v1/sessions", new { user, password = Another });
    }

    [Fact]
    public async Task A_password_is_given_by_an_administrator_or_changed_with_the_one_before_and_ends_the_other_sessions()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        await PeopleAsync(admin);
        using var first = await SignInAsync(admin, "ann");
        using var second = await SignInAsync(admin, "ann");
        var body = new { currentPassword = Password, password = Another };

        (await first.PutAsync("/v1/users/bob/password", body)).ExpectProblem(HttpStatusCode.Forbidden, "forbidden");
        (await first.PutAsync("/v1/users/ann/password", new { password = Another })).ExpectProblem(HttpStatusCode.BadRequest, "validation");
        (await first.PutAsync("/v1/users/ann/password", new { currentPassword = Another, password = Another }))
            .ExpectProblem(HttpStatusCode.UnprocessableEntity, "unprocessable");
        var weak = (await first.PutAsync("/v1/users/ann/password", new { currentPassword = Password, password = "sesame" }))
            .ExpectProblem(HttpStatusCode.BadRequest, "validation");
        Assert.DoesNotContain("sesame", weak.Text, StringComparison.Ordinal);

        (await SendAsync(first, body, "change-1")).Expect(HttpStatusCode.NoContent);

        (await first.GetAsync("/v1/me")).Expect(HttpStatusCode.OK);
        (await second.GetAsync("/v1/me")).Expect(HttpStatusCode.Unauthorized);
        // The same again is done already; another password under its key is another request.
        (await SendAsync(first, body, "change-1")).Expect(HttpStatusCode.NoContent);
        (await SendAsync(first, new { currentPassword = Another, password = "yet another long phrase" }, "change-1"))
            .ExpectProblem(HttpStatusCode.Conflict, "conflict");
        (await admin.PostAsync("/v1/sessions", new { user = "ann", password = Password })).Expect(HttpStatusCode.Unauthorized);
        (await SignInAsync(admin, "ann", Another)).Dispose();

        static Task<Answer> SendAsync(Api api, object body, string key) => api.SendAsync(
            HttpMethod.Put,
            "/v1/users/ann/password",
            new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
            request => request.Headers.Add("Idempotency-Key", key));
    }

    [Fact]
    public async Task The_record_tells_who_signed_in_and_who_did_not_and_nothing_of_a_password()
    {
        await using var host = await HostProcess.StartAsync();
        using var admin = new Api(host.Address, host.AdministratorKey);
        await PeopleAsync(admin);
        using var ann = await SignInAsync(admin, "ann");
        (await admin.PostAsync("/v1/sessions", new { user = "ann", password = Another })).Expect(HttpStatusCode.Unauthorized);
        (await admin.PostAsync("/v1/sessions", new { user = Another, password = Password })).Expect(HttpStatusCode.Unauthorized);

        var audit = (await admin.GetAsync("/v1/audit")).Expect(HttpStatusCode.OK);
        var records = audit["items"].EnumerateArray()
            .Select(r => (r.GetProperty("type").GetString(), r.GetProperty("actor").GetString(), r.GetProperty("subject").GetString())).ToList();

        Assert.Equal(("session.refused", "anonymous:", null), records[0]);
        Assert.Equal(("session.refused", "anonymous:", "ann"), records[1]);
        Assert.Equal(("session.opened", "ann", "ann"), records[2]);
        Assert.Contains(records, r => r.Item1 == "user.passwordChanged" && r.Item3 == "ann");
        foreach (var path in new[] { "/v1/audit", "/v1/audit?actor=ann", "/v1/users", "/v1/api-keys", "/v1/dnc/changes?after=0", "/v1/me", "/metrics" })
        {
            var told = (await admin.GetAsync(path)).Text;
            foreach (var secret in new[] { Password, Another, "pbkdf2", ann.Key! }) Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("horse", host.Output, StringComparison.Ordinal);
    }

    static async Task PeopleAsync(Api admin)
    {
        foreach (var (id, name) in new[] { ("ann", "Ann Smith"), ("bob", "Bob") })
        {
            var made = await admin.PostAsync("/v1/users", new { id, name, roles = new[] { "manager" }, userGroups = Array.Empty<string>() });
            made.Expect(HttpStatusCode.Created);
        }
        (await admin.PatchAsync("/v1/users/ann", new { login = "Ann@acme.example" })).Expect(HttpStatusCode.OK);
        (await admin.PatchAsync("/v1/users/bob", new { login = "ann@ACME.example" })).ExpectProblem(HttpStatusCode.BadRequest, "validation");
        (await admin.PutAsync("/v1/users/ann/password", new { password = Password })).Expect(HttpStatusCode.NoContent);
    }

    static async Task<Api> SignInAsync(Api admin, string user, string password = Password) =>
        admin.As((await admin.PostAsync("/v1/sessions", new { user, password })).Expect(HttpStatusCode.Created)["key"].GetString()!);

    static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(t => t.GetString()!)];
}
