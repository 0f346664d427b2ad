namespace DncActors.ClusterTests.Clustering;

[GenerateSerializer, Alias("dnc.tests.NoteState")]
public sealed class NoteState
{
    [Id(0)] public string Text { get; set; } = "";
}
