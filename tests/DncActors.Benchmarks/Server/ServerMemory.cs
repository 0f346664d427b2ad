using DncActors.Grains.ContactChecks.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DncActors.Benchmarks.Server;

/// <summary>What the server keeps: its heap after a full collection, and the contact points in its index.</summary>
/// <param name="SlotBytes">What the index counts itself: its slots, without what several ends of one contact point take.</param>
sealed record ServerMemory(long HeapBytes, long ContactPoints, long SlotBytes)
{
    public const string Path = "/wire/memory";

    public static Task WriteAsync(HttpContext context)
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        var (points, bytes) = context.RequestServices.GetRequiredService<ContactIndex>().Size;
        return context.Response.WriteAsJsonAsync(new ServerMemory(GC.GetTotalMemory(forceFullCollection: true), points, bytes));
    }
}
