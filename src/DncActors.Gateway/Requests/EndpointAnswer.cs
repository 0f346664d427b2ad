namespace DncActors.Gateway.Requests;

/// <summary>What OpenAPI says of an answer that an endpoint gives when all is well.</summary>
sealed record EndpointAnswer(int Status, string Description);
