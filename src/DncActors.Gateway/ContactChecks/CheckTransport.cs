namespace DncActors.Gateway.ContactChecks;

/// <summary>How a check came in. Whoever opens another way adds a word here, and counts what is answered there.</summary>
enum CheckTransport
{
    /// <summary>A request for one contact point or one lead.</summary>
    Http,

    /// <summary>A request for many.</summary>
    Batch,

    /// <summary>A file.</summary>
    Scrub,

    /// <summary>A call or a stream of gRPC.</summary>
    Grpc,
}
