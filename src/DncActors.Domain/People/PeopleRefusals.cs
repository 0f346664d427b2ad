using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>The refusals that edits of people have in common.</summary>
static class PeopleRefusals
{
    internal static Refusal Taken(string what, string id) =>
        Refusal.Conflict("id.taken", $"There is a {what} '{id}' already; choose another id, or leave it out to have one made.");

    /// <summary>The refusal of one more, where the organization has as many as it may have; null where it has not.</summary>
    /// <param name="what">In the plural, as in <c>roles</c>.</param>
    internal static Refusal? Full(string what, IEnumerable<Document> documents, int most) => documents.Count(d => !d.Archived) < most
        ? null
        : Refusal.Unprocessable("organization.full", $"The organization has {most} {what}, the most that it may have; archive one first.");

    internal static ImmutableArray<FieldError> All(params ReadOnlySpan<FieldError?> errors)
    {
        var found = ImmutableArray.CreateBuilder<FieldError>();
        foreach (var error in errors)
        {
            if (error is not null)
            {
                found.Add(error);
            }
        }
        return found.ToImmutable();
    }
}
