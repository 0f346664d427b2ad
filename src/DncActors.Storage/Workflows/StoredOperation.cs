using System.Text.Json.Serialization;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Workflows;
using DncActors.Storage.Json;

namespace DncActors.Storage.Workflows;

/// <summary>One thing that an action does, under a name that says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "operation")]
[JsonDerivedType(typeof(Add), "addToDoNotContact")]
[JsonDerivedType(typeof(Move), "moveToStatus")]
[JsonDerivedType(typeof(Remove), "removeFromDoNotContact")]
[JsonDerivedType(typeof(Notify), "notifyUserGroups")]
internal abstract record StoredOperation
{
    public static StoredOperation Of(Operation operation) => operation switch
    {
        AddToDoNotContact add => new Add((byte)add.Channels, (byte)add.ContactPoints, add.Reason, add.ExpiresAfterDays),
        MoveToStatus move => new Move(move.WorkflowId, move.StatusId),
        RemoveFromDoNotContact remove => new Remove((byte)remove.Channels, remove.RequiresEvidence),
        NotifyUserGroups notify => new Notify(notify.All, StoredText.List(notify.UserGroupIds)),
        _ => throw new ArgumentException($"Operations of the type {operation.GetType().Name} cannot be stored.", nameof(operation)),
    };

    public abstract Operation ToOperation();

    internal sealed record Add(byte Channels, byte ContactPoints, string Reason, int? ExpiresAfterDays) : StoredOperation
    {
        public override Operation ToOperation() => new AddToDoNotContact(
            (Channels)Channels, (ContactPointSelection)ContactPoints, Reason, ExpiresAfterDays);
    }

    internal sealed record Move(string Workflow, string Status) : StoredOperation
    {
        public override Operation ToOperation() => new MoveToStatus(Workflow, Status);
    }

    internal sealed record Remove(byte Channels, bool RequiresEvidence) : StoredOperation
    {
        public override Operation ToOperation() => new RemoveFromDoNotContact((Channels)Channels, RequiresEvidence);
    }

    internal sealed record Notify(bool All, string[]? UserGroups) : StoredOperation
    {
        public override Operation ToOperation() => new NotifyUserGroups(All, StoredText.Items(UserGroups));
    }
}
