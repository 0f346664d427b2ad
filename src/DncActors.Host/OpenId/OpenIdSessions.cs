using DncActors.Console.OpenId;
using DncActors.Contracts.Sessions;
using DncActors.Domain.Organizations;
using DncActors.Domain.Outcomes;
using DncActors.Host.Settings;

namespace DncActors.Host.OpenId;

/// <summary>Sessions for whom the identity provider vouches, made by the grain that makes them for passwords.</summary>
sealed class OpenIdSessions(OpenIdOptions openId, IGrainFactory grains, IPublishedDocuments documents) : IOpenIdSessions
{
    public async Task<OpenIdAnswer> OpenAsync(string login)
    {
        try
        {
            var opened = await (await FindGrainAsync()).OpenVouchedAsync(new VouchedDraft(login));
            return opened.Ok ? new(opened.Value.Secret!, null) : new(null, Why(opened.Refusal.Code));
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException)
        {
            return new(null, OpenIdProblem.Unavailable);
        }
    }

    public async Task RefuseAsync(OpenIdProblem problem)
    {
        try
        {
            await (await FindGrainAsync()).NoteRefusedAsync(problem.ToString().ToLowerInvariant());
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException)
        {
            // Nobody was let in; that it is not on record is the price of no silo being there.
        }
    }

    static OpenIdProblem Why(RefusalCode code) => code switch
    {
        RefusalCode.NotFound => OpenIdProblem.Unknown,
        RefusalCode.Forbidden => OpenIdProblem.Archived,
        _ => OpenIdProblem.Unavailable,
    };

    async Task<ISignInGrain> FindGrainAsync()
    {
        var isThere = await documents.FindAsync(openId.Organization) is not null;
        return grains.GetGrain<ISignInGrain>(isThere ? openId.Organization : ISignInGrain.Nowhere);
    }
}
