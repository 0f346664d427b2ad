using System.Text.Json;
using System.Text.Json.Nodes;
using DncActors.Client.ContactPoints;
using DncActors.Client.Leads;
using DncActors.Domain.Leads;
using DncActors.Domain.Outcomes;
using DncActors.Gateway.Imports;
using DncActors.Gateway.Requests;
using Sylvan.Data.Csv;

namespace DncActors.Gateway.Leads;

/// <summary>The lines of a lead import: the body of <c>POST /v1/leads</c>, or the same as columns.</summary>
static class LeadImportForm
{
    /// <summary>phone, phone2, … phone9; email, email2, … email9.</summary>
    const int MaxOfAKind = 9;

    const string AttributePrefix = "attributes.";

    static readonly string[] Plain = ["id", "recordType", "workflowId", "statusId", "name", "userGroups"];
    static readonly (string Column, string Kind, bool Primary)[] Points =
    [
        .. Enumerable.Range(1, MaxOfAKind).Select(n => (n == 1 ? "phone" : $"phone{n}", ContactPointKindNames.Phone, n == 1)),
        .. Enumerable.Range(1, MaxOfAKind).Select(n => (n == 1 ? "email" : $"email{n}", ContactPointKindNames.Email, n == 1)),
    ];

    static readonly HashSet<string> Known = new([.. Plain, .. Points.Select(p => p.Column)], StringComparer.OrdinalIgnoreCase);

    internal const string Columns =
        "id, recordType, workflowId, statusId, name, userGroups, phone, phone2, …, phone9, email, email2, …, email9, attributes.<name>";

    internal static readonly ImportForm<LeadDraft> Form = new("leads", ReadJson, IsColumn, Columns, ReadRow);

    static bool IsColumn(string name) =>
        Known.Contains(name) || (name.StartsWith(AttributePrefix, StringComparison.OrdinalIgnoreCase) && name.Length > AttributePrefix.Length);

    static Outcome<LeadDraft> ReadJson(ReadOnlyMemory<byte> line)
    {
        var read = StrictJson.Read<CreateLeadRequest>(line, what: ImportCalls.Line);
        return read.Ok ? LeadFields.Read(read.Value) : read.Refusal;
    }

    static Outcome<LeadDraft> ReadRow(CsvDataReader row, CsvColumns columns) => LeadFields.Read(new CreateLeadRequest
    {
        Id = columns.TextOf(row, "id"),
        RecordType = columns.TextOf(row, "recordType"),
        WorkflowId = columns.TextOf(row, "workflowId"),
        StatusId = columns.TextOf(row, "statusId"),
        Name = columns.TextOf(row, "name"),
        UserGroups = columns.WordsOf(row, "userGroups"),
        ContactPoints = [.. PointsOf(row, columns)],
        Attributes = AttributesOf(row, columns),
    });

    static IEnumerable<ContactPointRequest> PointsOf(CsvDataReader row, CsvColumns columns)
    {
        foreach (var (column, kind, primary) in Points)
        {
            if (columns.TextOf(row, column) is { } value) yield return new ContactPointRequest { Kind = kind, Value = value, Primary = primary };
        }
    }

    static JsonElement? AttributesOf(CsvDataReader row, CsvColumns columns)
    {
        JsonObject? attributes = null;
        foreach (var column in columns.Names)
        {
            if (!column.StartsWith(AttributePrefix, StringComparison.OrdinalIgnoreCase) || columns.TextOf(row, column) is not { } text) continue;
            (attributes ??= [])[column[AttributePrefix.Length..]] = text;
        }
        return attributes is null ? null : JsonElement.Parse(attributes.ToJsonString());
    }
}
