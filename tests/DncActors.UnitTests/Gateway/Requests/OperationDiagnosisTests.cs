using System.Text;
using DncActors.Client.Workflows;
using DncActors.Gateway.Requests;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class OperationDiagnosisTests
{
    [Theory]
    [InlineData("""{"type":"addToDoNotContact","channels":["call"],"foo":1}""", "operations[0].foo", "There is no field 'foo' here.")]
    [InlineData("""{"channels":"call","type":"addToDoNotContact"}""", "operations[0].channels", "write a list, in []")]
    [InlineData("""{"type":"moveToStatus","workflowId":7}""", "operations[0].workflowId", "write text, in quotes")]
    public void What_is_wrong_within_an_operation_is_told_at_its_own_field(string operation, string field, string says)
    {
        var read = StrictJson.Read<ActionRequest>(Encoding.UTF8.GetBytes($$"""{"name":"x","operations":[{{operation}}]}"""));

        var error = Assert.Single(read.Refusal!.Errors);
        Assert.Equal(field, error.Field);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
