namespace DncActors.Gateway.Scrubs;

/// <summary>What a line is answered with.</summary>
enum ScrubLineKind : byte
{
    /// <summary>It passes through as it is.</summary>
    Passed,

    /// <summary>The first line of a CSV: the names of the two fields are added.</summary>
    Header,

    /// <summary>A record of CSV or an object of JSON: its verdict is added.</summary>
    Judged,

    /// <summary>The same of a JSON object that has no field: no comma stands before the first.</summary>
    JudgedEmpty,

    /// <summary>A JSON text: it becomes the field of an object.</summary>
    JudgedText,

    /// <summary>No JSON.</summary>
    Broken,
}
