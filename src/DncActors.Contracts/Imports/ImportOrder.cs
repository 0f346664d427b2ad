using System.Globalization;
using DncActors.Domain.Identity;

namespace DncActors.Contracts.Imports;

/// <summary>Who imports, under which id.</summary>
/// <param name="Request">Its commit id is the import's id; the ids of the chunks' commits are made of it, so that a repeat of the same lines is
/// harmless.</param>
/// <param name="Region">The two-letter region that national phones are read in.</param>
/// <param name="DryRun">Judge every line, keep nothing.</param>
[GenerateSerializer, Immutable, Alias("dnc.ImportOrder")]
public sealed record ImportOrder(Request Request, string Region, bool DryRun)
{
    /// <summary>The id of a chunk's commit.</summary>
    public static Guid ChunkId(Guid importId, long chunk) =>
        StableId.Of("import.chunk", importId.ToString(), string.Create(CultureInfo.InvariantCulture, $"{chunk}"));
}
