using DncActors.Client.Audit;
using DncActors.Client.ContactChecks;
using DncActors.Client.Errors;
using DncActors.Client.Events;
using DncActors.Client.Imports;
using DncActors.Client.Jobs;
using DncActors.Client.Leads;
using DncActors.Client.Paging;
using DncActors.Client.People;
using DncActors.Client.Registry;
using DncActors.Client.Workflows;

namespace DncActors.UnitTests.Client.Json;

/// <summary>Documents as they are on the wire. Line ends are for the reader only: they are taken out.</summary>
static class GoldenDocuments
{
    public const string Verdict =
        """
        {"contactPoint":"+12025550123","channel":"call","allowed":false,"verdict":"blocked","reasons":[
        {"code":"dnc.entry","entryId":"e1","source":"action","since":"2026-05-01T12:00:00Z","until":null,"by":"ann",
        "leadId":"l1","executionId":"x1","detail":"Asked by phone"}],"checkedAt":"2026-05-01T12:00:01.5Z","asOf":42}
        """;

    public static IEnumerable<(Type Model, string Json)> All => [.. Checks, .. LeadsAndWorkflows, .. Others];

    static readonly (Type, string)[] Checks =
    [
        (typeof(VerdictModel), Verdict),
        (typeof(LeadVerdictModel),
            """
            {"leadId":"l1","channel":"call","allowed":true,"contactPoints":[
            {"contactPoint":"+12025550123","channel":"call","allowed":true,"verdict":"allowed","reasons":[],"checkedAt":"2026-05-01T12:00:00Z","asOf":42}],
            "checkedAt":"2026-05-01T12:00:00Z","asOf":42}
            """),
        (typeof(BatchVerdictsModel),
            """
            {"checkedAt":"2026-05-01T12:00:00Z","asOf":42,"allowed":1,"blocked":1,"invalid":1,"verdicts":["allowed","blocked","invalid"]}
            """),
    ];

    static readonly (Type, string)[] LeadsAndWorkflows =
    [
        (typeof(WorkflowModel),
            """
            {"id":"w1","name":"Sales","recordType":"lead","version":7,"archived":false,"statuses":[
            {"id":"s1","name":"New","systemStatus":"new","restrictsContact":[],"allowedRoles":[],"enabled":true,"archived":false,"order":1,"actions":[
            {"id":"a1","name":"Do Not Contact","category":"Compliance","enabled":true,"allowedRoles":["agent"],"operations":[
            {"type":"addToDoNotContact","channels":["call","sms","email"],"contactPoints":"all","reason":"Asked","expiresAfterDays":null},
            {"type":"moveToStatus","workflowId":"w1","statusId":"s2"},
            {"type":"removeFromDoNotContact","channels":["call"],"requiresEvidence":true},
            {"type":"notifyUserGroups","userGroupIds":["g1"]}],"order":1}]}]}
            """),
        (typeof(LeadModel),
            """
            {"id":"l1","recordType":"lead","workflowId":"w1","statusId":"s2","name":null,"contactPoints":[
            {"kind":"phone","value":"+12025550123","typed":"(202) 555-0123","label":"mobile","primary":true}],"userGroups":["g1"],
            "attributes":{"crm":{"owner":7}},"doNotContact":{"flagged":true,"channels":["call","sms","email"],"since":"2026-05-01T12:00:00Z",
            "by":"ann","executionId":"x1","covered":["+12025550123"]},"version":2,"createdAt":"2026-05-01T11:00:00Z",
            "statusSince":"2026-05-01T12:00:00Z","statusBy":"ann","importId":null}
            """),
        (typeof(ExecutionModel),
            """
            {"id":"x1","leadId":"l1","actionId":"a1","actionName":"Do Not Contact","category":"Compliance","workflowId":"w1","workflowVersion":7,
            "actor":"ann","at":"2026-05-01T12:00:00Z","occurredAt":null,"from":{"workflowId":"w1","statusId":"s1"},
            "to":{"workflowId":"w1","statusId":"s2"},"dncEntries":["e1"],"revokedEntries":[],"stillBlocked":[{"contactPoint":"a@b.test"}],
            "userGroups":["g1"],"note":"On the phone","evidence":null}
            """),
    ];

    static readonly (Type, string)[] Others =
    [
        (typeof(DncEntryModel),
            """
            {"id":"e1","contactPoint":"+12025550123","kind":"phone","channels":["call","sms"],"source":"action","reason":"Asked","leadId":"l1",
            "executionId":"x1","importId":null,"addedBy":"ann","addedAt":"2026-05-01T12:00:00Z","expiresAt":null,"revokedAt":null,
            "revokedBy":null,"revokedReason":null,"revokedEvidence":null}
            """),
        (typeof(Page<RoleModel>),
            """
            {"items":[{"id":"dialer","name":"Dialer","permissions":["contact.check"],"builtIn":true,"version":1}],"next":"c1"}
            """),
        (typeof(ApiKeyModel),
            """
            {"id":"k1","name":"CRM","role":"manager","userId":null,"actsForUsers":true,"hint":"9xYz","version":1,"key":"secret"}
            """),
        (typeof(UserGroupModel),
            """
            {"id":"g1","name":"East","recordTypes":["lead"],"version":1,"workflows":[
            {"workflowId":"w1","version":7,"syncedVersion":6,"inSync":false,"behindSince":"2026-05-01T12:00:00Z"}]}
            """),
        (typeof(ImportModel),
            """
            {"importId":"i1","accepted":9,"rejected":1,"dryRun":false,"errors":[
            {"line":3,"reason":"'12' is not a phone: write it with its area code.","field":"phone","value":"12"},
            {"line":4,"reason":"Empty."}],"errorsOmitted":0,"lastLine":11}
            """),
        (typeof(JobModel),
            """
            {"id":"j1","kind":"status-restriction","subject":"w1/s2","state":"running","done":500,"total":null,"startedBy":"ann",
            "startedAt":"2026-05-01T12:00:00Z","finishedAt":null,"error":null}
            """),
        (typeof(AuditRecordModel),
            """
            {"sequence":42,"at":"2026-05-01T12:00:00Z","actor":"ann","type":"workflow.changed","leadId":null,"subject":"w1",
            "executionId":null,"actionName":null,"note":null,"evidence":null,"added":[],"revoked":[],"before":null,"after":{"name":"Sales"}}
            """),
        (typeof(DncChangesModel),
            """
            {"items":[{"sequence":42,"at":"2026-05-01T12:00:00Z","added":[
            {"entryId":"e1","contactPoint":"+12025550123","kind":"phone","channels":["call"],"expiresAt":null}],"revoked":[]}],"next":null,"last":42}
            """),
        (typeof(LeadMovedEventModel),
            """
            {"leadId":"l1","executionId":"x1","actionName":"Do Not Contact","from":{"workflowId":"w1","statusId":"s1"},
            "to":{"workflowId":"w1","statusId":"s2"},"sequence":42,"at":"2026-05-01T12:00:00Z","actor":"ann"}
            """),
        (typeof(ProblemModel),
            """
            {"type":"urn:dnc:error:validation","title":"Bad request","status":400,"detail":"One field is wrong.","errors":{"name":["Write one."]}}
            """),
    ];
}
