namespace DncActors.ClusterTests.Host;

/// <summary>An organization of one test, at a host that others use too.</summary>
public sealed class OwnOrganization(HostProcess host, string administratorKey)
{
    public Uri Address => host.Address;

    public string AdministratorKey => administratorKey;

    /// <summary>What the host has printed, for all who use it.</summary>
    public string Output => host.Output;
}
