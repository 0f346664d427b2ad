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
    /// A key of the user's own, as by <see cref="OpenAsync"/>, for whom an identity provider vouches. Refused where nobody has that login (404) and where who
    /// had it was archived (403): whoever asks has shown to be the one, and may be told.
    /// </summary>
    [Alias("OpenVouched")]
    Task<Outcome<KeyMade>> OpenVouchedAsync(VouchedDraft draft);

    /// <summary>Puts on record that what an identity provider said, or seemed to say, let nobody in; no more often than wrong passwords are.</summary>
    /// <param name="reason">A word for why, which quotes nothing that came from outside.</param>
    [Alias("NoteRefused")]
    Task NoteRefusedAsync(string reason);

    /// <summary>
    /// Gives the user another password, and ends their sessions but for the asker's own. An administrator may, and the user themself with the current one; a
    /// wrong one counts as a try to sign in.
    /// </summary>
    [Alias("SetPassword")]
    Task<Outcome<User>> SetPasswordAsync(Request request, string userId, PasswordDraft draft);
}
