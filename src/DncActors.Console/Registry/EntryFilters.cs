using DncActors.Client.Registry;
using DncActors.Console.Parts;

namespace DncActors.Console.Registry;

/// <summary>Which entries a list shows, as its address says.</summary>
/// <param name="Text">A phone in any form, or an email.</param>
public sealed record EntryFilters(string? Text, string? Source, string? Channel, bool OnlyActive, string? LeadId, string? ImportId)
{
    public bool IsAny => this != new EntryFilters(null, null, null, false, null, null);

    public string ToPath() => PathQuery.Of(
        "/list", ("q", Text), ("source", Source), ("channel", Channel), ("active", OnlyActive ? "true" : null), ("lead", LeadId), ("import", ImportId));

    /// <summary>Where the same entries come as a file.</summary>
    internal string ToDownload(string form) => PathQuery.Of(
        EntryDownload.Path,
        ("form", form),
        ("q", Text),
        ("source", Source),
        ("channel", Channel),
        ("active", OnlyActive ? "true" : null),
        ("lead", LeadId),
        ("import", ImportId));

    internal EntrySearch ToSearch(DateTimeOffset now)
    {
        var isEmail = Text?.Contains('@', StringComparison.Ordinal) == true;
        return new()
        {
            Phone = isEmail ? null : Text,
            Email = isEmail ? Text : null,
            Source = Source,
            Channel = Channel,
            ActiveOn = OnlyActive ? now : null,
            LeadId = LeadId,
            ImportId = ImportId,
        };
    }
}
