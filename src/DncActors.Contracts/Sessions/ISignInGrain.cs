using DncActors.Contracts.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Domain.People;

namespace DncActors.Contracts.Sessions;

/// <summary>
/// The passwords of an organization's users, by the organization's id: verifies them, a few at a time, and counts what was tried in vain. All the organizations
/// that are not there are <see cref="Nowhere"/>, which answers as the others do.
/// </summary>
[Alias("dnc.ISignInGrain")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>No organization has this id.</summary>
    const string Nowhere = "-";

    /// <summary>
    /// A key of the user's own, for as long as <see cref="SessionRules.Lifetime"/>. Refused the same way, in the same time, whether there is no such user, they
    /// have no password, or it is another (401); after too many of those, whoever asks (429).
    /// </summary>
    [Alias("Open")]
    Task<Outcome<KeyMade>> OpenAsync(SessionDraft draft);

    /// <summary>
    /// Gives the user another password, and ends their sessions but for the asker's own. An administrator may, and the user themself with the current one; a
    /// wrong one counts as a try to sign in.
    /// </summary>
    [Alias("SetPassword")]
    Task<Outcome<User>> SetPasswordAsync(Request request, string userId, PasswordDraft draft);
}
