using DncActors.Client.ContactPoints;
using DncActors.Client.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Requests;

namespace DncActors.Gateway.Registry;

/// <summary>The words of entries on the wire.</summary>
static class EntryWords
{
    internal static readonly Words<EntrySource> Sources = new(
        (EntrySource.Action, EntrySourceNames.Action),
        (EntrySource.Manual, EntrySourceNames.Manual),
        (EntrySource.Import, EntrySourceNames.Import),
        (EntrySource.OptOut, EntrySourceNames.OptOut),
        (EntrySource.LeadStatus, EntrySourceNames.LeadStatus));

    /// <summary>Those that somebody may give.</summary>
    internal static readonly Words<EntrySource> Addable = new((EntrySource.Manual, EntrySourceNames.Manual), (EntrySource.OptOut, EntrySourceNames.OptOut));

    internal static readonly Words<ContactPointKind> Kinds = new(
        (ContactPointKind.Phone, ContactPointKindNames.Phone), (ContactPointKind.Email, ContactPointKindNames.Email));
}
