using DncActors.Client.ContactPoints;

namespace DncActors.Console.Leads;

/// <summary>A phone or an email while it is typed.</summary>
public sealed class ContactPointDraft
{
    public string Value { get; set; } = "";
    public string Label { get; set; } = "";
    public bool Primary { get; set; }

    /// <summary>An email has an @; nothing else does.</summary>
    public string Kind => Value.Contains('@', StringComparison.Ordinal) ? ContactPointKindNames.Email : ContactPointKindNames.Phone;

    public static ContactPointDraft From(ContactPointModel point) => new() { Value = point.Typed, Label = point.Label ?? "", Primary = point.Primary };

    /// <summary>Without those that were left empty.</summary>
    public static IReadOnlyList<ContactPointRequest?> ToRequests(IEnumerable<ContactPointDraft> drafts) =>
    [
        .. drafts.Where(draft => !string.IsNullOrWhiteSpace(draft.Value)).Select(draft => new ContactPointRequest
        {
            Kind = draft.Kind, Value = draft.Value.Trim(), Label = draft.Label.Trim() is { Length: > 0 } label ? label : null, Primary = draft.Primary,
        }),
    ];
}
