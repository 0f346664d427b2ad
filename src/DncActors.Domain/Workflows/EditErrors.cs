using DncActors.Domain.Outcomes;

namespace DncActors.Domain.Workflows;

/// <summary>Gathers everything that is wrong with an edit, so that one answer names it all.</summary>
sealed class EditErrors
{
    readonly List<FieldError> _errors = [];
    bool _malformed;
    string? _rule;

    /// <summary>The request itself is wrong (400).</summary>
    public void Wrong(string field, string message) => Wrong(new(field, message));

    /// <summary>The request itself is wrong (400); null is nothing wrong.</summary>
    public void Wrong(FieldError? error)
    {
        if (error is null) return;
        _errors.Add(error);
        _malformed = true;
    }

    /// <summary>A rule of the workflows says no (422), unless something else is malformed too.</summary>
    public void Against(string rule, string field, string message)
    {
        _errors.Add(new(field, message));
        _rule ??= rule;
    }

    /// <summary>What came of it: null where nothing is wrong.</summary>
    public Refusal? Refusal => (_errors.Count, _malformed) switch
    {
        (0, _) => null,
        (_, true) => Outcomes.Refusal.Validation([.. _errors]),
        _ => Outcomes.Refusal.Unprocessable(_rule!, string.Join(" ", _errors.Select(e => $"{e.Field}: {e.Message}")), [.. _errors]),
    };
}
