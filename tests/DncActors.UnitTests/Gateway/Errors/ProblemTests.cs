using System.Net;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;
using DncActors.Domain.Paging;
using DncActors.Gateway.Access;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DncActors.UnitTests.Gateway.Errors;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(RefusalCode.Validation, 400, "validation")]
    [InlineData(RefusalCode.Forbidden, 403, "forbidden")]
    [InlineData(RefusalCode.NotFound, 404, "not-found")]
    [InlineData(RefusalCode.Conflict, 409, "conflict")]
    [InlineData(RefusalCode.TooLarge, 413, "too-large")]
    [InlineData(RefusalCode.Unprocessable, 422, "unprocessable")]
    [InlineData(RefusalCode.Unavailable, 503, "unavailable")]
    public void Every_refusal_has_its_status_and_code(RefusalCode code, int status, string name)
    {
        var kind = ProblemKinds.Of(code);
        Assert.Equal((status, name), (kind.Status, kind.Code));
    }

    [Fact]
    public void No_refusal_is_left_out_of_the_table() => Assert.All(Enum.GetValues<RefusalCode>(), code => Assert.NotEqual(500, ProblemKinds.Of(code).Status));

    [Fact]
    public void What_may_have_been_done_is_a_503_that_says_to_send_it_again()
    {
        foreach (var exception in new Exception[] { new LedgerUnavailableException("x"), new TimeoutException(), new OperationCanceledException() })
        {
            var (problem, _) = ExceptionProblems.Of(exception);
            Assert.Equal(503, problem.Kind.Status);
            Assert.NotNull(problem.RetryAfter);
            Assert.Contains("Idempotency-Key", problem.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cursor_that_no_store_gave_out_is_the_clients_mistake() =>
        Assert.Equal(400, ExceptionProblems.Of(new BadCursorException("x")).Problem.Kind.Status);

    [Fact]
    public async Task An_exception_is_a_500_that_tells_nothing_of_what_happened_inside()
    {
        await using var host = await GatewayHost.StartAsync(
            app => app.MapPost("/v1/broken", (HttpContext _) => throw new InvalidDataException("secret 42")).NeedsKey());
        var said = (await host.PostAsync("/v1/broken", "{}", ("Idempotency-Key", "k-1"))).IsProblem(HttpStatusCode.InternalServerError, "internal");
        Assert.DoesNotContain("secret", said.Text, StringComparison.Ordinal);
        Assert.Equal("k-1", said.Header("Idempotency-Key"));
    }

    [Fact]
    public async Task While_the_process_stops_an_exception_is_a_503_that_says_to_send_it_again()
    {
        await using var host = await GatewayHost.StartAsync(
            app => app.MapPost("/v1/broken", (HttpContext _) => throw new ObjectDisposedException("secret 42")).NeedsKey());
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var said = (await host.PostAsync("/v1/broken", "{}")).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");

        Assert.DoesNotContain("secret", said.Text, StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_path_and_a_wrong_method_are_problems_too()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/nothing-here")).IsProblem(HttpStatusCode.NotFound, "not-found");
        (await host.GetAsync("/nor-here", key: null)).IsProblem(HttpStatusCode.NotFound, "not-found");
        var said = (await host.SendAsync(HttpMethod.Delete, "/v1/contact-checks")).IsProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Contains("GET", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_many_errors_are_not_told_one_by_one()
    {
        var errors = Enumerable.Range(0, 10_000).Select(i => new FieldError($"f{i}", "wrong")).ToArray();
        var model = Problem.Of(Refusal.Validation([.. errors])).ToModel();
        Assert.Equal(Problem.MaxErrors + 1, model.Errors!.Count);
    }

    [Fact]
    public void A_rule_is_told_where_it_is_finer_than_the_code()
    {
        Assert.Equal("copy.record-type", Problem.Of(Refusal.Unprocessable("copy.record-type", "no")).ToModel().Rule);
        Assert.Null(Problem.Of(Refusal.NotFound("lead", "x")).ToModel().Rule);
    }
}
