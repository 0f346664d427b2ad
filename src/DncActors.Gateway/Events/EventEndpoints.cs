using DncActors.Client;
using DncActors.Client.Events;
using DncActors.Contracts.Events;
using DncActors.Domain.Audit;
using DncActors.Domain.People;
using DncActors.Gateway.Access;
using DncActors.Gateway.Admission;
using DncActors.Gateway.Audit;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DncActors.Gateway.Events;

/// <summary>What happens, as it happens.</summary>
static class EventEndpoints
{
    const string Feature = "Live";

    internal static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapCall(HttpMethods.Get, "/v1/user-groups/{userGroupId}/events", FollowGroupAsync).Needs(Permissions.LeadRead)
            .Says(
                Feature,
                "What a user group is told",
                $"Server-sent events: {EventTypeNames.LeadDoNotContact}, {EventTypeNames.LeadMoved}, {EventTypeNames.WorkflowChanged}. "
                    + "An event's id is its sequence; sent back as Last-Event-ID, nothing is missed, on any node.",
                StreamPlace.AfterParameter)
            .Answers(StatusCodes.Status200OK, "The stream.", DncMediaTypes.EventStream);
        routes.MapCall(HttpMethods.Get, "/v1/dnc/events", FollowEntriesAsync).NeedsOneOf(Permissions.ContactCheck | Permissions.DncRead)
            .Says(Feature, "Entries added and revoked", "Server-sent events, for dialers to purge their queues. Resumed as the others.",
                StreamPlace.AfterParameter)
            .Answers(StatusCodes.Status200OK, "The stream.", DncMediaTypes.EventStream);
        routes.MapCall(HttpMethods.Get, "/v1/dnc/changes", EntryChanges.ReadAsync).NeedsOneOf(Permissions.ContactCheck | Permissions.DncRead).Loads(Load.Read)
            .Says(Feature, "Entries added and revoked, for those who poll", "Ascending.", EntryChanges.After, Paging.Limit).Answers<DncChangesModel>();
    }

    static Task<IResult> FollowGroupAsync(Call call) =>
        DocumentCalls.GetAsync(call, d => d.UserGroups, "user group", call.Id("userGroupId"), async group =>
        {
            var streams = call.Ask<IEventStreams>();
            return Answers.Of(await StreamPlace.ReadAsync(call), place => new EventStreamAnswer(call, new EventSource(
                ending => streams.FollowGroupAsync(call.Access.Organization, group.Id, place.After, ending),
                EventMapping.ToGroupEvent,
                place.IsNow ? EventMapping.Opened(place.After) : null,
                () => IsThereAsync(call, group.Id))));
        });

    static async Task<IResult> FollowEntriesAsync(Call call)
    {
        var streams = call.Ask<IEventStreams>();
        call.Ask<AccessLog>().Told(call, AccessKind.EntriesFollowed, 0);
        return Answers.Of(await StreamPlace.ReadAsync(call), place => new EventStreamAnswer(call, new EventSource(
            ending => streams.FollowEntriesAsync(call.Access.Organization, place.After, ending),
            EventMapping.ToEntriesEvent,
            place.IsNow ? EventMapping.Opened(place.After) : null,
            () => new(true))));
    }

    static async ValueTask<bool> IsThereAsync(Call call, string groupId) =>
        (await call.DocumentsAsync()).UserGroups.GetValueOrDefault(groupId) is { Archived: false };
}
