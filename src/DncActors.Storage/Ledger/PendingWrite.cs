using System.Diagnostics;

namespace DncActors.Storage.Ledger;

/// <summary>Something that waits for the writer, and somebody who waits for it.</summary>
internal abstract class PendingWrite
{
    /// <summary>Its wait, where its request is traced.</summary>
    public Activity? Span { get; set; }

    /// <summary>About how much it will write; what groups are bounded by.</summary>
    public abstract int Bytes { get; }

    /// <summary>It is durable, or was decided without writing, and this node does not know yet: tells who needs no more.</summary>
    public virtual void TellDurable()
    {
    }

    /// <summary>It is durable, or was decided without writing, and this node knows it: tells who waits.</summary>
    public abstract void Complete();

    /// <summary>It was not done, or nobody knows.</summary>
    public abstract void Fail(Exception fault);
}
