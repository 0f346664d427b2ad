using System.Diagnostics.CodeAnalysis;

namespace DncActors.Gateway.Requests;

/// <summary>Reads a value, or says why it cannot be read: what to write, to follow the quoted value.</summary>
delegate bool ReadsQuery<T>(string text, [MaybeNullWhen(false)] out T value, out string why);

/// <param name="whenAbsent">The value of a parameter that is not sent.</param>
sealed class QueryParameter<T>(string name, string description, T whenAbsent, ReadsQuery<T> read) : QueryParameter(name, description)
{
    internal T WhenAbsent => whenAbsent;

    internal override (object? Value, string? Why) Read(string text) => read(text, out var value, out var why) ? (value, null) : (null, why);
}
