namespace DncActors.Gateway.ContactChecks;

/// <summary>Of an endpoint: a 503 there is a check that was not answered "allowed" because nobody could be sure.</summary>
sealed record AnswersChecks(CheckTransport Transport);
