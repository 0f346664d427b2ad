namespace DncActors.UnitTests.Leads;

enum LeadStepKind
{
    Execute,
    SetPoints,
    RevokeOwn,
    AddManual,
    RevokeManual,
    Restrict,
    Wait,

    /// <summary>Two plans on the same state: the second one is planned again.</summary>
    Race,
}
