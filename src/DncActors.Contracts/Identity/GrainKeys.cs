namespace DncActors.Contracts.Identity;

/// <summary>
/// How grains are named: <c>{organization}/{id}</c>. An organization is a slug and has no slash, so the first slash ends it. No key holds a phone or an email.
/// </summary>
public static class GrainKeys
{
    /// <summary>The key of something in an organization.</summary>
    public static string Of(string organization, string id) => $"{organization}/{id}";

    /// <summary>The organization and the id that a key was made of.</summary>
    /// <exception cref="FormatException">There is no slash: nobody made that key with <see cref="Of"/>.</exception>
    public static (string Organization, string Id) Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? (key[..slash], key[(slash + 1)..]) : throw new FormatException("A grain key is {organization}/{id}.");
    }

    /// <summary>
    /// The id of what a request makes, where the client gave none: made of the request's own id, so that a repeat reaches the same grain and finds what was
    /// made.
    /// </summary>
    public static string MadeBy(Request request) => request.CommitId.ToString("N");
}
