using DncActors.Client;
using DncActors.Client.Workflows;
using DncActors.Console.Imports;
using DncActors.Console.Parts;

namespace DncActors.Console.Leads;

/// <summary>What an import of leads says and does.</summary>
static class LeadImport
{
    /// <summary>Who has more statuses than that finds their ids in the API.</summary>
    const int MostNames = 60;

    internal static ImportPlan Of(DncClient client, OrganizationWords words)
    {
        (WorkflowModel Workflow, StatusModel Status)[] open =
        [
            .. from workflow in words.Workflows
            where !workflow.Archived
            from status in workflow.Statuses
            where status is { Archived: false, Enabled: true }
            select (workflow, status),
        ];
        return new(
            Title: "Import leads",
            One: "lead",
            WouldDo: "would be made",
            WasDone: "made",
            Help: "A CSV names its columns in the first line: recordType, workflowId and statusId, and as you have them id, name, phone, phone2 … phone9, "
                + "email, email2 … email9, userGroups, attributes.anything. A lead with a contact point of the Do Not Contact list is blocked from its first "
                + "second.",
            Example: "recordType,workflowId,statusId,name,phone,email\n"
                + $"{(open.Length == 0 ? "lead,sales,new" : Written(open[0]))},Ada Lovelace,+44 20 7946 0018,ada@example.com",
            Send: (file, type, dryRun, call, cancellation) => client.Leads.ImportAsync(file, type, dryRun, call, cancellation))
        {
            Names = [.. open.Take(MostNames).Select(place => ($"{place.Workflow.Name} › {place.Status.Name}", Written(place)))],
        };
    }

    static string Written((WorkflowModel Workflow, StatusModel Status) place) => $"{place.Workflow.RecordType},{place.Workflow.Id},{place.Status.Id}";
}
