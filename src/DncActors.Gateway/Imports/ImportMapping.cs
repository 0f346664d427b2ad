using DncActors.Client.Imports;
using DncActors.Contracts.Imports;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Imports;

/// <summary>What became of an import, as it is told.</summary>
static class ImportMapping
{
    internal static ImportModel ToModel(ImportReport report) => new()
    {
        ImportId = report.ImportId.ToString(),
        Accepted = report.Accepted,
        Rejected = report.Rejected,
        DryRun = report.DryRun,
        Errors = [.. report.Errors.Select(ToModel)],
        ErrorsOmitted = report.ErrorsOmitted,
        LastLine = report.LastLine,
        NewlyBlocked = report.NewlyBlocked,
        AlreadyBlocked = report.AlreadyBlocked,
    };

    static ImportErrorModel ToModel(RejectedLine line)
    {
        var first = line.Why.Errors.IsDefaultOrEmpty ? null : line.Why.Errors[0];
        return new ImportErrorModel
        {
            Line = line.Number,
            Reason = first?.Message ?? line.Why.Detail,
            Field = string.IsNullOrEmpty(first?.Field) ? null : Quote.Of(first.Field),
        };
    }
}
