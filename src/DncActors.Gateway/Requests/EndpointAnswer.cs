namespace DncActors.Gateway.Requests;

/// <summary>An answer that an endpoint gives when all is well.</summary>
/// <param name="Model">Null for one without a body, or one that its media types describe.</param>
sealed record EndpointAnswer(int Status, Type? Model, string Description, params IReadOnlyList<string> MediaTypes);
