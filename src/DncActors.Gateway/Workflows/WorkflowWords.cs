using DncActors.Client.Workflows;
using DncActors.Domain.Workflows;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Workflows;

/// <summary>The words of workflows on the wire.</summary>
static class WorkflowWords
{
    internal static readonly Words<SystemStatus> SystemStatuses = new(
        (SystemStatus.New, SystemStatusNames.New),
        (SystemStatus.Active, SystemStatusNames.Active),
        (SystemStatus.Nurture, SystemStatusNames.Nurture),
        (SystemStatus.Won, SystemStatusNames.Won),
        (SystemStatus.Dead, SystemStatusNames.Dead));

    internal static readonly Words<ContactPointSelection> Scopes = new(
        (ContactPointSelection.All, ContactPointScopeNames.All),
        (ContactPointSelection.Primary, ContactPointScopeNames.Primary));
}
