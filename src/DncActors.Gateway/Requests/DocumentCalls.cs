using System.Collections.Immutable;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Requests;

/// <summary>Reading published documents: all of a kind by pages, or one. What is archived is not there any more.</summary>
static class DocumentCalls
{
    /// <param name="counts">Which of them are there; null for all.</param>
    internal static async Task<IResult> ListAsync<T, TModel>(
        Call call, Func<OrganizationDocuments, ImmutableDictionary<string, T>> kind, Func<T, TModel> map, Func<T, bool>? counts = null)
        where T : Document
    {
        var page = Paging.Read(call);
        if (!page.Ok) return Answers.Refused(page.Refusal);
        var all = kind(await call.DocumentsAsync()).Values.Where(d => !d.Archived && (counts is null || counts(d)));
        return Answers.Ok(Paging.Of(all, d => d.Id, page.Value).ToPage(call, map));
    }

    /// <param name="what">As it is called in the 404.</param>
    internal static async Task<IResult> GetAsync<T>(
        Call call, Func<OrganizationDocuments, ImmutableDictionary<string, T>> kind, string what, string id, Func<T, Task<IResult>> answer)
        where T : Document =>
        kind(await call.DocumentsAsync()).TryGetValue(id, out var document) && !document.Archived
            ? await answer(document)
            : Answers.Refused(Refusal.NotFound(what, Quote.Of(id)));

    internal static Task<IResult> GetAsync<T, TModel>(
        Call call, Func<OrganizationDocuments, ImmutableDictionary<string, T>> kind, string what, string id, Func<T, TModel> map)
        where T : Document =>
        GetAsync(call, kind, what, id, d => Task.FromResult(Answers.Ok(map(d), d.Version)));
}
