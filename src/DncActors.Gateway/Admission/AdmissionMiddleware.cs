using DncActors.Contracts.Access;
using DncActors.Gateway.Errors;
using Microsoft.AspNetCore.Http;

namespace DncActors.Gateway.Admission;

/// <summary>
/// Turns away, before anything of its body is read, what would be turned away later: a key that has used up its second, an organization whose line is full. A
/// place is taken by the work itself, behind the body: who sends slowly holds none.
/// </summary>
sealed class AdmissionMiddleware(RequestDelegate next, RateLimits limits, AdmissionLines lines)
{
    public Task InvokeAsync(HttpContext context)
    {
        var load = EndpointLoad.Of(context);
        if (load is Load.Light || (load is Load.Check && !limits.LimitsChecks)) return next(context);
        // Nobody was authenticated: the endpoint wants no key, or is not of this API.
        if (context.Features.Get<CallerAccess>() is not { } caller) return next(context);
        return WhyNot(load, caller) is { } problem ? problem.ExecuteAsync(context) : next(context);
    }

    Problem? WhyNot(Load load, CallerAccess caller)
    {
        if (Limit(load, caller) is { } limited) return limited;
        return lines.Of(load) is { } line && line.WouldRefuse(caller.Organization) ? lines.Overloaded(load) : null;
    }

    Problem? Limit(Load load, CallerAccess caller) => load switch
    {
        Load.Check => limits.TakeChecks(caller, 1),
        // How many they are is in the body.
        Load.Batch or Load.Scrub => limits.TakeChecks(caller, 0),
        Load.Change or Load.Import => limits.TakeChange(caller),
        _ => null,
    };
}
