using DncActors.Client.ContactChecks;
using DncActors.Client.Leads;
using DncActors.Client.People;
using DncActors.Client.Registry;
using DncActors.Client.Workflows;

namespace DncActors.Gateway.OpenApi;

/// <summary>Bodies as people would send them; a test reads each by its own model.</summary>
static class Examples
{
    internal static readonly IReadOnlyDictionary<Type, string> All = new Dictionary<Type, string>
    {
        [typeof(ContactCheckRequest)] = """{"phone":"+12025550123","channel":"call"}""",
        [typeof(BatchCheckRequest)] = """{"channel":"sms","phones":["+12025550123","(202) 555-0124"]}""",
        [typeof(CreateWorkflowRequest)] = """{"name":"Inbound","recordType":"lead"}""",
        [typeof(CreateStatusRequest)] = """{"name":"Do Not Contact","systemStatus":"dead","restrictsContact":["call","sms","email"]}""",
        [typeof(ActionRequest)] =
            """
            {"name":"Do Not Contact","category":"Compliance","operations":[
              {"type":"addToDoNotContact","channels":["call","sms","email"],"contactPoints":"all","reason":"asked not to be contacted"},
              {"type":"moveToStatus","workflowId":"inbound","statusId":"do-not-contact"}]}
            """,
        [typeof(CopyActionRequest)] = """{"targets":[{"workflowId":"inbound","statusId":"contacted"}]}""",
        [typeof(CreateSessionRequest)] = """{"user":"ann","password":"correct horse battery staple"}""",
        [typeof(SetPasswordRequest)] = """{"currentPassword":"correct horse battery staple","password":"another four word phrase"}""",
        [typeof(CreateLeadRequest)] =
            """
            {"recordType":"lead","workflowId":"inbound","statusId":"new","name":"Jane Doe","contactPoints":[
              {"kind":"phone","value":"(202) 555-0123","label":"mobile","primary":true},{"kind":"email","value":"jane@example.com"}],
              "userGroups":["east"],"attributes":{"source":"web"}}
            """,
        [typeof(ExecuteActionRequest)] = """{"note":"said stop on the phone"}""",
        [typeof(AddEntryRequest)] = """{"phone":"+12025550123","channels":["call","sms"],"reason":"asked by mail","source":"optOut"}""",
        [typeof(RevokeEntryRequest)] = """{"reason":"typed wrongly"}""",
    };

    internal static string? Of(Type model) => All.GetValueOrDefault(model);
}
