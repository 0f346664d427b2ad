#if DNC_MUTANTS
using System.Globalization;
#endif

namespace DncActors.Host.Start;

/// <summary>
/// In builds made with <c>DNC_MUTANTS</c> only: the file that <c>DNC_CLOCK_FILE</c> names says by how many milliseconds this process's wall clock is wrong,
/// and may be written at any time. The steady clock stays what it is, as on a machine whose clock somebody sets.
/// </summary>
static class SetClock
{
#if DNC_MUTANTS
    internal static void AddSetClock(this IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("DNC_CLOCK_FILE") is { Length: > 0 } file) services.AddSingleton<TimeProvider>(new WrongTime(file));
    }

    sealed class WrongTime(string file) : TimeProvider
    {
        static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

        readonly Lock _gate = new();
        long _lookedAt;
        TimeSpan _wrongBy;

        public override DateTimeOffset GetUtcNow()
        {
            lock (_gate)
            {
                if (_lookedAt == 0 || GetElapsedTime(_lookedAt) > LookEvery)
                {
                    _lookedAt = GetTimestamp();
                    // A file that is just being written is as it was.
                    if (double.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var milliseconds))
                    {
                        _wrongBy = TimeSpan.FromMilliseconds(milliseconds);
                    }
                }
                return base.GetUtcNow() + _wrongBy;
            }
        }
    }
#else
    internal static void AddSetClock(this IServiceCollection services) => _ = services;
#endif
}
