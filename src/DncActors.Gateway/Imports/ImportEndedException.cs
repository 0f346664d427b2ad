using DncActors.Gateway.Errors;

namespace DncActors.Gateway.Imports;

/// <summary>
/// The lines end before the body does. A fault of the reading, so that the chunk which is not whole is not taken: the same import sent again would cut it
/// elsewhere, and be another one.
/// </summary>
sealed class ImportEndedException(Problem why) : IOException(why.Detail)
{
    internal Problem Why => why;
}
