namespace DncActors.Benchmarks.Files;

/// <summary>Who takes a file of phones and makes one with the verdicts.</summary>
interface IFilePeer : IAsyncDisposable
{
    string Name { get; }

    /// <summary>What comes out is in the order of what went in.</summary>
    bool KeepsOrder { get; }

    /// <summary>The processor time that it has used.</summary>
    TimeSpan Cpu { get; }

    Task RunAsync(string from, string to);
}
