namespace DncActors.Gateway.Admission;

/// <summary>A request's place among those that are worked on; given back by disposing, once. The default is a place that nobody counts.</summary>
readonly struct Place : IDisposable
{
    readonly FairLine? _line;
    readonly FairLine.Organization? _organization;

    internal Place(FairLine line, FairLine.Organization organization) => (_line, _organization) = (line, organization);

    Place(bool isRefused) => IsRefused = isRefused;

    internal static Place Refused { get; } = new(isRefused: true);

    /// <summary>There is no place: too many work and wait.</summary>
    internal bool IsRefused { get; }

    public void Dispose() => _line?.Leave(_organization!);
}
