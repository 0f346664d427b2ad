using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DncActors.Client.Json;

/// <summary>The one way in which the HTTP models are read and written, by the gateway and by the client.</summary>
public static class DncJson
{
    /// <summary>How deep a document may be nested.</summary>
    public const int MaxDepth = 32;

    /// <summary>
    /// The gateway's: requests are read strictly (unknown and doubled fields, comments, trailing commas and numbers in quotes are errors),
    /// answers are written whole, absent values as null.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Made(ConfigureStrict);

    /// <summary>
    /// The client's: answers are read with unknown fields ignored, so that an older client survives additions; requests are written without
    /// their null fields, so that a newer client with nothing to say about a new field is understood by an older gateway.
    /// </summary>
    public static JsonSerializerOptions Lenient { get; } = Made(ConfigureLenient);

    /// <summary>Makes the given options (of a web framework, say) the same as <see cref="Options"/>.</summary>
    public static void ConfigureStrict(JsonSerializerOptions options)
    {
        ConfigureShared(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
    }

    /// <summary>Makes the given options the same as <see cref="Lenient"/>.</summary>
    public static void ConfigureLenient(JsonSerializerOptions options)
    {
        ConfigureShared(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }

    static void ConfigureShared(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.ReadCommentHandling = JsonCommentHandling.Disallow;
        options.AllowTrailingCommas = false;
        options.MaxDepth = MaxDepth;
        // The default encoder writes the + of a phone as \u002B: right, but nobody could read or grep it. The answers are application/json, never HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, DncJsonContext.Default);
        options.Converters.Add(new UtcTimeConverter());
    }

    static JsonSerializerOptions Made(Action<JsonSerializerOptions> configure)
    {
        var options = new JsonSerializerOptions();
        configure(options);
        options.MakeReadOnly();
        return options;
    }
}
