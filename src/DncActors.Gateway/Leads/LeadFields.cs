using System.Collections.Immutable;
using System.Text.Json;
using DncActors.Client.ContactPoints;
using DncActors.Client.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Registry;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Leads;

/// <summary>Reads leads, and changes to them, from bodies and lines of imports.</summary>
static class LeadFields
{
    internal const string NoAttributes = "{}";

    internal static Outcome<LeadDraft> Read(CreateLeadRequest request)
    {
        var fields = new FieldReader();
        if (request.Id is { } id && !PathIds.IsSane(id))
            fields.Wrong("id", $"'{Quote.Of(id)}' is no lead id: write 1 to {PathIds.MaxLength} of A-Z a-z 0-9 . _ : - and begin with a letter or digit.");
        var draft = new LeadDraft(
            request.Id,
            fields.Required("recordType", request.RecordType),
            fields.Required("workflowId", request.WorkflowId),
            fields.Required("statusId", request.StatusId),
            request.Name,
            Points(fields, "contactPoints", request.ContactPoints),
            fields.Texts("userGroups", request.UserGroups),
            Attributes(fields, "attributes", request.Attributes));
        return fields.Make(draft);
    }

    internal static Outcome<LeadPatch> Read(PatchLeadRequest request)
    {
        var fields = new FieldReader();
        var patch = new LeadPatch(
            FieldReader.Given(request.Name),
            fields.SentAs("contactPoints", request.ContactPoints, (field, points) => Points(fields, field, points)),
            fields.SentAs("userGroups", request.UserGroups, fields.Texts),
            request.Attributes.HasValue ? Attributes(fields, "attributes", request.Attributes.Value) : null);
        return fields.Make(patch);
    }

    internal static ExecutionDraft Read(ExecuteActionRequest request) => new(request.Note, request.Evidence, request.OccurredAt);

    static ImmutableArray<ContactPointDraft> Points(FieldReader fields, string field, IReadOnlyList<ContactPointRequest?>? points) =>
        fields.List(field, points, (name, point) => new ContactPointDraft(
            fields.Word($"{name}.kind", point.Kind, EntryWords.Kinds), fields.Required($"{name}.value", point.Value), point.Label, point.Primary ?? false));

    static string Attributes(FieldReader fields, string field, JsonElement? attributes)
    {
        if (attributes is not { } sent || sent.ValueKind == JsonValueKind.Null) return NoAttributes;
        if (sent.ValueKind != JsonValueKind.Object) fields.Wrong(field, $"'{Quote.Of(sent.GetRawText())}' is not read here: write an object, in {{}}.");
        return sent.GetRawText();
    }
}
