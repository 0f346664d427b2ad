namespace DncActors.Gateway.Requests;

/// <summary>What OpenAPI says of an answer that an endpoint gives when all is well.</summary>
/// <param name="Other">Another model that the same status may come with.</param>
sealed record EndpointAnswer(int Status, string Description, Type? Other = null);
