using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DncActors.Client.Json;

/// <summary>Reads a present field, null included, into an <see cref="Optional{T}"/> that has a value.</summary>
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var valueType = typeToConvert.GetGenericArguments()[0];
        return (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(valueType))!;
    }

    sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        // Else null would never reach this converter, and "sent as null" would read as "not sent".
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return new Optional<T>(JsonSerializer.Deserialize(ref reader, TypeInfo(options))!);
            }
            catch (JsonException inner)
            {
                throw NestedJson.WithoutPath(inner);
            }
        }

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
        {
            if (value is { HasValue: true, Value: { } present })
                JsonSerializer.Serialize(writer, present, TypeInfo(options));
            else
                writer.WriteNullValue();
        }

        static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}
