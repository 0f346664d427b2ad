using DncActors.Domain.Outcomes;

namespace DncActors.Host.Settings;

/// <summary>Reads the settings <c>Dnc__OpenId__…</c>: all that are needed, or none.</summary>
static class OpenIdSettings
{
    const string Section = nameof(DncOptions.OpenId) + ":";
    const string Authority = nameof(OpenIdOptions.Authority);
    const string ClientId = nameof(OpenIdOptions.ClientId);
    const string ClientSecret = nameof(OpenIdOptions.ClientSecret);
    const string Organization = nameof(OpenIdOptions.Organization);
    const string Claim = nameof(OpenIdOptions.Claim);
    const string Label = nameof(OpenIdOptions.Label);
    const string Scopes = nameof(OpenIdOptions.Scopes);

    /// <summary>What is sealed with the secret is no better than it.</summary>
    const int ShortestSecret = 16;

    const int LongestSecret = 500;
    const int LongestText = 200;
    const int LongestLabel = 40;

    static readonly string[] Required = [Authority, ClientId, ClientSecret];

    internal static readonly string[] Known = [.. Required.Concat([Organization, Claim, Label, Scopes]).Select(name => Section + name)];

    /// <returns>Null where nothing is set, or what is needed is missing.</returns>
    internal static OpenIdOptions? Read(IReadOnlyDictionary<string, string> given, List<string> wrong)
    {
        if (!Known.Any(given.ContainsKey)) return null;
        string[] missing = [.. Required.Where(name => !given.ContainsKey(Section + name))];
        wrong.AddRange(missing.Select(name => $"{NameOf(name)} is not set and others of Dnc__OpenId are: {Mend(name)}"));
        var authority = ReadAuthority(given, wrong);
        var id = Text(ClientId, "", LongestText);
        var secret = ReadSecret(given, wrong);
        var byDefault = new OpenIdOptions { Authority = authority ?? new Uri("https://-"), ClientId = id, ClientSecret = secret };
        var options = byDefault with
        {
            Organization = Id(byDefault.Organization),
            Claim = Text(Claim, byDefault.Claim, LongestText),
            Label = Text(Label, byDefault.Label, LongestLabel, maySpace: true),
            Scopes = ScopesOf(Text(Scopes, byDefault.Scopes, LongestText, maySpace: true)),
        };
        return missing.Length == 0 ? options : null;

        string Text(string name, string otherwise, int longest, bool maySpace = false)
        {
            if (!given.TryGetValue(Section + name, out var value)) return otherwise;
            if (value.Length <= longest && !value.Any(c => char.IsControl(c) || (!maySpace && char.IsWhiteSpace(c)))) return value;
            wrong.Add($"{NameOf(name)} has {value.Length} characters, or ones that do not belong there: write at most {longest}"
                + (maySpace ? "." : ", no space among them."));
            return otherwise;
        }

        string Id(string otherwise)
        {
            if (!given.TryGetValue(Section + Organization, out var value)) return otherwise;
            if (TextRules.CheckId(Organization, value) is null) return value;
            wrong.Add($"{NameOf(Organization)} is '{value}': write the id of the organization whose users sign in by it.");
            return otherwise;
        }
    }

    /// <summary>OpenID Connect is asked for whatever else is.</summary>
    static string ScopesOf(string text)
    {
        var scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', scopes.Prepend("openid").Distinct(StringComparer.Ordinal));
    }

    /// <summary>In clear text anybody on the way could be the provider.</summary>
    static Uri? ReadAuthority(IReadOnlyDictionary<string, string> given, List<string> wrong)
    {
        if (!given.TryGetValue(Section + Authority, out var value)) return null;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")
            || address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0)
        {
            wrong.Add($"{NameOf(Authority)} cannot be read as the address of an identity provider: {Mend(Authority)}");
            return null;
        }
        if (address.Scheme == "https" || address.IsLoopback) return address;
        wrong.Add($"{NameOf(Authority)} is '{value}': write it with https; http is for the loopback alone.");
        return null;
    }

    /// <summary>The value is a secret: it is never quoted.</summary>
    static string ReadSecret(IReadOnlyDictionary<string, string> given, List<string> wrong)
    {
        if (!given.TryGetValue(Section + ClientSecret, out var value)) return "";
        if (value.Length is < ShortestSecret or > LongestSecret)
            wrong.Add($"{NameOf(ClientSecret)} has {value.Length} characters: use one that the provider made, {ShortestSecret} to {LongestSecret} of them.");
        return value;
    }

    static string Mend(string name) => name switch
    {
        Authority => "write its issuer, such as https://login.example.com/realms/staff.",
        ClientId => "write what the provider calls this installation.",
        _ => "write the secret that the provider made for this installation.",
    };

    static string NameOf(string name) => $"Dnc__OpenId__{name}";
}
