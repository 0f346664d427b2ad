using System.Collections.Immutable;

namespace DncActors.ClusterTests.Host;

/// <summary>How a host is to be started.</summary>
public sealed record HostStart
{
    /// <summary>Where it keeps its data; null for a directory of its own that is deleted in the end.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The administrator's key; null to let the host make one and read it from what it prints.</summary>
    public string? BootstrapKey { get; init; }

    public bool Demo { get; init; }

    /// <summary>Environment variables over those that the rest of this gives; a null takes one away.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The host's own dll; null for the one that was built with these tests.</summary>
    public string? HostDll { get; init; }

    public HostStart With(string variable, string? value) => this with { Environment = Environment.SetItem(variable, value) };
}
