using System.Diagnostics;
using OpenTelemetry;

namespace DncActors.Host.Telemetry;

/// <summary>
/// Takes out of every span what is not known to name nobody: the paths and queries that a web server may come to tell, and the grains' ids, which are what
/// customers call their leads.
/// </summary>
sealed class SafeSpans : BaseProcessor<Activity>
{
    static readonly string[] _safe =
    [
        "dnc.", "http.request.method", "http.response.status_code", "http.route", "error.type", "exception.type", "network.", "otel.",
        "rpc.system", "rpc.service", "rpc.method", "rpc.orleans.source", "db.", "server.address", "server.port", "orleans.",
    ];

    public override void OnEnd(Activity data)
    {
        List<string>? unsafeTags = null;
        foreach (ref readonly var tag in data.EnumerateTagObjects())
        {
            if (!IsSafe(tag.Key)) (unsafeTags ??= []).Add(tag.Key);
        }
        foreach (var tag in unsafeTags ?? []) data.SetTag(tag, null);
        // The description is the message of an exception, which may quote anything.
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
    }

    static bool IsSafe(string tag)
    {
        foreach (var safe in _safe)
        {
            if (tag.StartsWith(safe, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
