namespace DncActors.Contracts.Access;

/// <summary>Why a call is not let in.</summary>
public enum AccessDenial : byte
{
    None = 0,

    /// <summary>No such key, or one that was revoked or has expired: 401.</summary>
    UnknownKey = 1,

    /// <summary>The key names an acting user but was not made with <c>actsForUsers</c>: 403.</summary>
    MayNotActForUsers = 2,

    /// <summary>The acting user is not there or was archived: 403.</summary>
    UnknownUser = 3,

    /// <summary>The node does not know the keys yet: 503.</summary>
    NotReady = 4,
}
