using System.Net;

namespace DncActors.ConsoleTests.OpenId;

/// <summary>A browser without pages: it follows where it is sent, and remembers cookies as one does.</summary>
sealed class Walker : IDisposable
{
    const int MostSteps = 10;

    readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
    readonly HttpClient http;
    readonly Dictionary<string, string> cookies = [];

    internal Walker(Uri address) => http = new HttpClient(handler) { BaseAddress = address };

    internal IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Where it was sent, the last first.</summary>
    internal Stack<Uri> Sent { get; } = [];

    internal void Plant(string name, string value) => cookies[name] = value;

    /// <summary>Goes there, and wherever it is sent from there, until somebody says something; or until it is to be sent to such an address.</summary>
    internal async Task<(HttpStatusCode Status, Uri At, string Text)> GoAsync(string to, Func<Uri, bool>? until = null)
    {
        var at = new Uri(http.BaseAddress!, to);
        for (var step = 0; step < MostSteps; step++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (at.Port == http.BaseAddress!.Port && cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var cookie in set) Take(cookie);
            if (answer.Headers.Location is not { } next)
                return (answer.StatusCode, at, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            at = new Uri(at, next);
            Sent.Push(at);
            if (until?.Invoke(at) == true) return (answer.StatusCode, at, "");
        }
        throw new InvalidOperationException($"Sent round in circles, at last to {at}.");
    }

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }

    void Take(string cookie)
    {
        var pair = cookie.Split(';')[0];
        var (name, value) = (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
        if (value.Length == 0) cookies.Remove(name);
        else cookies[name] = value;
    }
}
