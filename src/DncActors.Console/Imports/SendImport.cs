using DncActors.Client;
using DncActors.Client.Imports;

namespace DncActors.Console.Imports;

/// <summary>Sends a file, for real or only to be judged.</summary>
public delegate Task<ImportModel> SendImport(Stream file, string mediaType, bool dryRun, DncCallOptions call, CancellationToken cancellation);
