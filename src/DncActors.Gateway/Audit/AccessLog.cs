using System.Collections.Immutable;
using DncActors.Contracts.Access;
using DncActors.Domain.Audit;
using DncActors.Domain.Identity;
using DncActors.Domain.Organizations;
using DncActors.Gateway.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DncActors.Gateway.Audit;

/// <summary>
/// Notes who was told of the list and who was not let in, and has it kept some seconds later, many at once: no request waits for it. What the store does not
/// take is kept here and sent again, up to a limit.
/// </summary>
sealed partial class AccessLog(
    IAccessStore store, IdSource ids, TimeProvider time, AccessRecordInstruments instruments, ILogger<AccessLog> logger) : BackgroundService
{
    internal const string Cut = "cut";

    /// <summary>Records that wait for the store; of more the oldest are lost.</summary>
    internal const int MostWaiting = 8_192;

    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    static readonly TimeSpan LastTry = TimeSpan.FromSeconds(2);

    readonly AccessNotes _notes = new(ids);
    readonly long _started = time.GetTimestamp();
    readonly List<AccessRecord> _waiting = [];
    bool _fails;

    /// <summary>The caller was told so much of the list.</summary>
    /// <param name="isWhole">Whether they got all that they asked for.</param>
    internal void Told(Call call, AccessKind kind, long items, bool isWhole = true)
    {
        var access = call.Access;
        var filters = string.Join(' ', call.Query.Given.Where(name => name != Paging.Limit.Name && name != Paging.Cursor.Name).Order(StringComparer.Ordinal));
        _notes.Add(new(access.Organization, kind, access.Actor, access.KeyId, isWhole ? "" : Cut, filters), time.GetUtcNow(), items);
    }

    /// <summary>Somebody came without a key.</summary>
    internal void NoKey() => Failed("nobody", null, Organization.Default, "no_key");

    /// <summary>Somebody was not let in.</summary>
    internal void Denied(in AccessAnswer answer, ReadOnlySpan<byte> keyHash)
    {
        if (answer.Denial == AccessDenial.NotReady) return;
        if (answer.Owner is not { } owner) Failed($"hash:{Convert.ToHexStringLower(keyHash[..4])}", null, Organization.Default, "unknown_key");
        else Failed($"key:{owner.KeyId}", owner.KeyId, owner.Organization, ReasonOf(answer.Denial));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await KeepAsync(_notes.Take(time.GetElapsedTime(_started)), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        using var limit = new CancellationTokenSource(LastTry, time);
        await KeepAsync(_notes.Take(time.GetElapsedTime(_started), all: true), limit.Token);
    }

    async Task KeepAsync(List<AccessRecord> records, CancellationToken cancellation)
    {
        _waiting.AddRange(records);
        try
        {
            while (_waiting.Count > 0)
            {
                var some = _waiting.Take(IAccessStore.MaxRecords).ToImmutableArray();
                await store.AppendAsync(some, cancellation);
                _waiting.RemoveRange(0, some.Length);
                instruments.Kept(some.Length);
            }
            _fails = false;
        }
#pragma warning disable CA1031 // Whatever it was, what is noted is sent again; a note may be lost in the end, the loop that keeps them may not.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (!_fails) LogFault(logger, fault);
            _fails = true;
            if (_waiting.Count <= MostWaiting) return;
            instruments.Lost(_waiting.Count - MostWaiting);
            _waiting.RemoveRange(0, _waiting.Count - MostWaiting);
        }
    }

    void Failed(string actor, string? keyId, string organization, string reason) =>
        _notes.Add(new(organization, AccessKind.SignInFailed, actor, keyId, reason, ""), time.GetUtcNow(), 0);

    static string ReasonOf(AccessDenial denial) => denial switch
    {
        AccessDenial.MayNotActForUsers => "may_not_act_for_users",
        AccessDenial.UnknownUser => "unknown_user",
        _ => "revoked_key",
    };

    [LoggerMessage(1, LogLevel.Warning, "Who read what could not be kept; it is sent again")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
