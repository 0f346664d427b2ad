using System.Text.Json;
using DncActors.Client.Json;

namespace DncActors.UnitTests.Client.Json;

public sealed class ContractTypesTests
{
    public static TheoryData<Type> Models { get; } = [.. typeof(DncJson).Assembly.GetExportedTypes()
        .Where(t => t is { IsClass: true, ContainsGenericParameters: false } && (t.Name.EndsWith("Model", StringComparison.Ordinal)
            || t.Name.EndsWith("Request", StringComparison.Ordinal) || t.Name == "StatusReference"))
        // Made from the contract of gRPC, and no JSON.
        .Where(t => !t.Namespace!.Contains(".Protos.", StringComparison.Ordinal))
        .Where(t => t.Name is not ("UnknownOperationModel" or "UserGroupEventModel"))
        .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_has_a_generated_reader_and_writer(Type model)
    {
        Assert.NotNull(DncJsonContext.Default.GetTypeInfo(model));
        Assert.NotNull(DncJson.Options.GetTypeInfo(model));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Requests_have_no_required_field_so_that_the_gateway_names_what_is_missing(Type model)
    {
        if (!model.Name.EndsWith("Request", StringComparison.Ordinal))
            return;
        Assert.NotNull(JsonSerializer.Deserialize("{}", model, DncJson.Options));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Only_patch_bodies_tell_absent_from_null(Type model)
    {
        var optional = model.GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>));
        var isPatch = model.Name.StartsWith("Patch", StringComparison.Ordinal);

        Assert.Equal(isPatch ? model.GetProperties().Length : 0, optional.Count());
    }
}
