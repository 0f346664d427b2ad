using System.Net;
using DncActors.Client.Errors;

namespace DncActors.UnitTests.Client.Errors;

public sealed class ProblemTests : IDisposable
{
    readonly ClientFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_problem_keeps_everything_that_the_gateway_said()
    {
        fixture.Gateway.Problem(
            HttpStatusCode.UnprocessableEntity,
            """
            {"type":"urn:dnc:error:unprocessable","title":"A rule says no","status":422,"detail":"Two targets are wrong.","rule":"copy.record-type",
             "errors":{"targets[1]":["'w2' is of record type 'recruit'.","Name another."]},"importId":"i","lastLine":500,"instance":"/x"}
            """);

        var problem = await FailureAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, problem.Status);
        Assert.Equal(DncErrorCodes.Unprocessable, problem.Code);
        Assert.Equal("A rule says no", problem.Title);
        Assert.Equal("Two targets are wrong.", problem.Detail);
        Assert.Equal("copy.record-type", problem.Problem.Rule);
        Assert.Equal(["'w2' is of record type 'recruit'.", "Name another."], problem.Errors["targets[1]"]);
        Assert.Equal(500, problem.Problem.LastLine);
        Assert.Equal("i", problem.Problem.ImportId);
        Assert.Equal("key-1", problem.IdempotencyKey);
        Assert.Null(problem.RetryAfter);
    }

    [Fact]
    public async Task The_message_quotes_nothing_that_may_be_somebodys_phone()
    {
        fixture.Gateway.Problem(
            HttpStatusCode.BadRequest, """{"type":"urn:dnc:error:validation","title":"'+12025550123'","detail":"'+12025550123' is no email."}""");

        var problem = await FailureAsync();

        Assert.Equal("The gateway answered 400 (validation).", problem.Message);
        Assert.DoesNotContain("2025550123", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_that_the_gateway_echoes_is_the_one_to_repeat_with()
    {
        fixture.Gateway.Then(() =>
        {
            var answer = FakeGateway.Answer(HttpStatusCode.Conflict, "{}", "application/problem+json");
            answer.Headers.Add("Idempotency-Key", "echoed");
            return answer;
        });

        Assert.Equal("echoed", (await FailureAsync()).IdempotencyKey);
    }

    [Theory]
    [InlineData(401, "unauthenticated")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not-found")]
    [InlineData(413, "too-large")]
    [InlineData(418, "validation")]
    [InlineData(500, "unavailable")]
    [InlineData(502, "unavailable")]
    public async Task An_answer_of_something_else_than_the_gateway_gets_its_code_from_its_status(int status, string code)
    {
        fixture.Gateway.Then(() => FakeGateway.Answer((HttpStatusCode)status, "<html>Bad day</html>", "text/html"));

        var problem = await FailureAsync();

        Assert.Equal(code, problem.Code);
        Assert.Empty(problem.Errors);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"status":"four hundred"}""")]
    [InlineData("")]
    public async Task A_problem_that_cannot_be_read_is_still_one(string body)
    {
        fixture.Gateway.Problem(HttpStatusCode.BadRequest, body);

        Assert.Equal(DncErrorCodes.Validation, (await FailureAsync()).Code);
    }

    [Fact]
    public void Codes_and_types_belong_together()
    {
        Assert.All(DncErrorCodes.All, code => Assert.Equal(code, DncErrorCodes.CodeOf(DncErrorCodes.TypeOf(code))));
        Assert.Equal("urn:dnc:error:not-found", DncErrorCodes.TypeOf(DncErrorCodes.NotFound));
        Assert.Null(DncErrorCodes.CodeOf("about:blank"));
        Assert.Null(DncErrorCodes.CodeOf("urn:dnc:error:"));
        Assert.Null(DncErrorCodes.CodeOf(null));
    }

    Task<DncProblemException> FailureAsync() => Assert.ThrowsAsync<DncProblemException>(
        () => fixture.Client.Roles.CreateAsync(new(), cancellation: TestContext.Current.CancellationToken));
}
