using DncActors.Client.Diagnostics;
using DncActors.Domain.Diagnostics;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Diagnostics;

/// <summary>The questions of diagnostics, and how much a finding matters, on the wire.</summary>
static class DiagnosticWords
{
    internal static readonly Words<LeadQuestion> LeadQuestions = new(
        (LeadQuestion.Contact, DiagnosticTopicNames.Contact),
        (LeadQuestion.Shown, DiagnosticTopicNames.Shown),
        (LeadQuestion.Report, DiagnosticTopicNames.Report));

    internal static readonly Words<ActionQuestion> ActionQuestions = new(
        (ActionQuestion.Shown, DiagnosticTopicNames.Shown),
        (ActionQuestion.Copied, DiagnosticTopicNames.Copied),
        (ActionQuestion.Run, DiagnosticTopicNames.Run),
        (ActionQuestion.UserGroups, DiagnosticTopicNames.UserGroups));

    internal static readonly Words<CoverageSeverity> Severities = new(
        (CoverageSeverity.Hint, CoverageSeverityNames.Hint),
        (CoverageSeverity.Warning, CoverageSeverityNames.Warning),
        (CoverageSeverity.Problem, CoverageSeverityNames.Problem));
}
