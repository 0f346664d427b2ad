using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Leads;

/// <summary>Reads the plain fields of a lead. What is wrong is added to the errors, all of it; what is returned then means nothing.</summary>
static partial class LeadFieldRules
{
    const int MaxQuotedLength = 60;
    const string NoAttributes = "{}";

    /// <summary>A lead's id ends up in addresses and grain keys.</summary>
    public static void ReadId(string id, List<FieldError> errors)
    {
        if (LeadIdRules.IsId(id)) return;
        errors.Add(new("id", $"{Quote(id)} is no lead id: write 1 to {LeadLimits.MaxIdLength} of A-Z a-z 0-9 . _ : - and begin with a letter or digit."));
    }

    /// <summary>The name without space around it; null for none.</summary>
    public static string? ReadName(string? name, List<FieldError> errors) => ReadText(name, "name", LeadLimits.MaxNameLength, errors);

    /// <summary>A text without space around it; null where nothing is left.</summary>
    public static string? ReadText(string? text, string field, int maxLength, List<FieldError> errors)
    {
        var trimmed = text?.Trim();
        if (trimmed is null or "") return null;
        if (trimmed.Length > maxLength) errors.Add(new(field, $"{Quote(trimmed)} has {trimmed.Length} characters: write at most {maxLength}."));
        return trimmed;
    }

    /// <summary>The groups, each once; all of them must be there and in use.</summary>
    public static ImmutableArray<string> ReadUserGroups(ImmutableArray<string> groups, OrganizationDocuments documents, List<FieldError> errors)
    {
        if (groups.Length > LeadLimits.MaxUserGroups)
        {
            errors.Add(new("userGroups", $"{groups.Length} user groups are too many: name at most {LeadLimits.MaxUserGroups}."));
            return [];
        }
        for (var i = 0; i < groups.Length; i++)
        {
            if (documents.UserGroups.GetValueOrDefault(groups[i] ?? "") is { Archived: false }) continue;
            errors.Add(new($"userGroups[{i}]", $"There is no user group {Quote(groups[i])}: name one of GET /v1/user-groups."));
        }
        return [.. groups.Distinct()];
    }

    /// <summary>The attributes as they were written; <c>{}</c> for none.</summary>
    public static string ReadAttributes(string? attributes, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(attributes) || attributes == NoAttributes) return NoAttributes;
        var bytes = Encoding.UTF8.GetByteCount(attributes);
        if (bytes > LeadLimits.MaxAttributesBytes)
        {
            errors.Add(new("attributes", $"The attributes have {bytes} bytes: at most {LeadLimits.MaxAttributesBytes} are kept."));
            return NoAttributes;
        }
        if (!IsJsonObject(attributes))
        {
            var write = $"write {{\"name\": value, …}}, at most {LeadLimits.MaxAttributesDepth} deep";
            errors.Add(new("attributes", $"{Quote(attributes)} is no JSON object: {write}."));
        }
        return attributes;
    }

    /// <summary>The value in quotes, its beginning if it is long.</summary>
    public static string Quote(string? value) => value is { Length: > MaxQuotedLength } ? $"'{value[..MaxQuotedLength]}…'" : $"'{value}'";

    static bool IsJsonObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = LeadLimits.MaxAttributesDepth });
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
