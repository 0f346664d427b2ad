namespace DncActors.Grains.Following;

/// <summary>What a follower does with a batch that it is handed.</summary>
enum FollowStep
{
    /// <summary>It knows all of it.</summary>
    Skip,

    /// <summary>It applies what is new in it.</summary>
    Apply,

    /// <summary>Something is missing before it: the log must be read first.</summary>
    CatchUp,
}
