namespace DncActors.StorageTests.GrainStorage;

/// <summary>What a grain might keep.</summary>
[GenerateSerializer, Alias("dnc.tests.OrleansStorageState")]
public sealed class OrleansStorageState
{
    [Id(0)] public string Text { get; set; } = "";
}
