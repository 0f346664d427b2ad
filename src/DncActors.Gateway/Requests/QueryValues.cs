using System.Collections.Immutable;
using DncActors.Domain.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DncActors.Gateway.Requests;

/// <summary>The query string of a request, every parameter of it read.</summary>
sealed class QueryValues
{
    /// <summary>More than any endpoint takes; stops a query string that is made of parameters.</summary>
    const int MaxParameters = 32;

    static readonly QueryValues Empty = new([]);

    readonly Dictionary<QueryParameter, object?> _values;

    QueryValues(Dictionary<QueryParameter, object?> values) => _values = values;

    internal T Get<T>(QueryParameter<T> parameter) => _values.TryGetValue(parameter, out var value) ? (T)value! : parameter.WhenAbsent;

    internal bool Has(QueryParameter parameter) => _values.ContainsKey(parameter);

    /// <summary>The names of those that were given.</summary>
    internal IEnumerable<string> Given => _values.Keys.Select(parameter => parameter.Name);

    /// <summary>Reads the query string by what the endpoint takes; everything that is wrong is told at once.</summary>
    internal static Outcome<QueryValues> Read(QueryString query, IReadOnlyList<QueryParameter> takes)
    {
        if (!query.HasValue || query.Value!.Length <= 1) return Empty;
        var values = new Dictionary<QueryParameter, object?>();
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            if (errors.Count + values.Count >= MaxParameters) break;
            var (name, text) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            if (Add(values, takes, name, text) is { } why) errors.Add(new FieldError(Quote.Of(name), why));
        }
        return errors.Count == 0 ? new QueryValues(values) : Refusal.Validation(errors.ToImmutable());
    }

    static string? Add(Dictionary<QueryParameter, object?> values, IReadOnlyList<QueryParameter> takes, string name, string text)
    {
        var parameter = takes.FirstOrDefault(p => p.Name == name);
        if (parameter is null) return $"There is no query parameter '{Quote.Of(name)}' here. {Names(takes)}";
        if (values.ContainsKey(parameter)) return "This query parameter is there twice: write it once.";
        var (value, why) = JsonTexts.WhyNot(text) is { } bad ? (null, bad) : parameter.Read(text);
        if (why is not null) return $"'{Quote.Of(text)}' is not read here: {why}";
        values.Add(parameter, value);
        return null;
    }

    static string Names(IReadOnlyList<QueryParameter> takes) =>
        takes.Count == 0 ? "There are none." : $"There are: {string.Join(", ", takes.Select(p => p.Name))}.";
}
