using DncActors.Client;
using DncActors.Console.Imports;

namespace DncActors.Console.Leads;

/// <summary>What an import of leads says and does.</summary>
static class LeadImport
{
    internal static ImportPlan Of(DncClient client) => new(
        Title: "Import leads",
        One: "lead",
        WouldDo: "would be made",
        WasDone: "made",
        Help: "A CSV names its columns in the first line: recordType, workflowId and statusId, and as you have them id, name, phone, phone2 … phone9, email, "
            + "email2 … email9, userGroups, attributes.anything. A lead with a contact point of the Do Not Contact list is blocked from its first second.",
        Example: "recordType,workflowId,statusId,name,phone,email\nlead,sales,new,Ada Lovelace,+44 20 7946 0018,ada@example.com",
        Send: (file, type, dryRun, call, cancellation) => client.Leads.ImportAsync(file, type, dryRun, call, cancellation));
}
