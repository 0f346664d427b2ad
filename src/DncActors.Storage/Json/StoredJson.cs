using System.Text.Json.Serialization;
using DncActors.Storage.Leads;
using DncActors.Storage.Ledger;
using DncActors.Storage.Registry;

namespace DncActors.Storage.Json;

/// <summary>
/// What is stored as JSON. The records are the store's own, so that renaming something in the domain cannot make old rows unreadable: fields are only
/// added, never renamed or given another meaning.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(StoredLead))]
[JsonSerializable(typeof(StoredExecution))]
[JsonSerializable(typeof(StoredChange))]
[JsonSerializable(typeof(StoredBlock[]))]
[JsonSerializable(typeof(StoredRevocation))]
[JsonSerializable(typeof(StoredDocument))]
internal sealed partial class StoredJson : JsonSerializerContext;
