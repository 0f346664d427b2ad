using System.Collections.Immutable;
using DncActors.Domain.Outcomes;

namespace DncActors.Domain.People;

/// <summary>The refusals that edits of people have in common.</summary>
static class PeopleRefusals
{
    internal static Refusal Taken(string what, string id) => Refusal.Conflict("id.taken", $"There is a {what} '{id}' already; choose another id, or leave it out to have one made.");

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
