using DncActors.Client.Diagnostics;
using DncActors.Domain.Diagnostics;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.ContactChecks;

namespace DncActors.Gateway.Diagnostics;

/// <summary>Answers to "why?", as they are told.</summary>
static class DiagnosticMapping
{
    internal static DiagnosticReasonModel ToModel(Reason reason, string? about = null) =>
        new() { About = about, Code = reason.Code, Detail = reason.Detail, Mend = reason.Mend };

    internal static CoverageFindingModel ToModel(CoverageFinding finding) => new()
    {
        Code = finding.Code,
        Severity = DiagnosticWords.Severities.Of(finding.Severity),
        WorkflowId = finding.WorkflowId,
        StatusId = finding.StatusId,
        ActionId = finding.ActionId,
        Detail = finding.Detail,
        Mend = finding.Mend,
    };

    internal static LeadDiagnosticsModel ToModel(LeadDiagnosis diagnosis) => new()
    {
        LeadId = diagnosis.Lead.Id,
        WorkflowId = diagnosis.Lead.At.WorkflowId,
        StatusId = diagnosis.Lead.At.StatusId,
        ContactableBy = ChannelWords.NamesOf(diagnosis.ContactableBy),
        ActionOffered = diagnosis.ActionOffered,
        CountedAsActive = diagnosis.CountedAsActive,
        Reasons = [.. diagnosis.Answers.Select(a => ToModel(a.Reason, DiagnosticWords.LeadQuestions.Of(a.About)))],
    };

    internal static ActionDiagnosticsModel ToModel(ActionDiagnosis diagnosis) => new()
    {
        ActionId = diagnosis.Action.Id,
        WorkflowId = diagnosis.At.WorkflowId,
        StatusId = diagnosis.At.StatusId,
        Shown = diagnosis.Shown,
        Copyable = diagnosis.Copyable,
        Runnable = diagnosis.Runnable,
        Reasons = [.. diagnosis.Answers.Select(a => ToModel(a.Reason, DiagnosticWords.ActionQuestions.Of(a.About)))],
    };
}
