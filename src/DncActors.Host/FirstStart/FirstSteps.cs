using System.Security.Cryptography;
using DncActors.Contracts.Nodes;
using DncActors.Domain.Ledger;
using DncActors.Domain.Organizations;
using DncActors.Domain.People;
using DncActors.Host.Demo;
using DncActors.Host.Settings;
using DncActors.Host.Start;

namespace DncActors.Host.FirstStart;

/// <summary>
/// The last stage: waits until the node knows the log, gives an empty store its organization and key, loads the demo. Until then, and again from the
/// moment that it is asked to stop, the node is not ready.
/// </summary>
sealed class FirstSteps(
    DncOptions options,
    ILedger ledger,
    IChangeLog log,
    IAcknowledgement nodes,
    IPublishedDocuments documents,
    DemoStep demo,
    PagesAddress pages,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<FirstSteps> logger) : IHostedLifecycleService, INodeReadiness
{
    static readonly TimeSpan BeforeNextTry = TimeSpan.FromMilliseconds(50);

    volatile bool done;

    public string? WhyNot =>
        lifetime.ApplicationStopping.IsCancellationRequested ? "The node is stopping."
        : done ? null
        : "The node is starting.";

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } known) SayUnused(known);
        else await BeginAsync(cancellationToken);
        if (options.Demo) await demo.LoadAsync(cancellationToken);
        done = true;
        if (pages.Find() is { } address) StartLog.ReadyWithPages(logger, address);
        else StartLog.Ready(logger);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>However long the image takes to load: where other nodes are up to the head already, nobody waits for this one.</summary>
    async Task<OrganizationDocuments?> FindAsync(CancellationToken cancellation)
    {
        var head = await log.ReadHeadAsync(cancellation);
        while (true)
        {
            try
            {
                await nodes.UpToAsync(head, cancellation);
                return await documents.FindAsync(Organization.Default);
            }
            catch (LedgerUnavailableException)
            {
                await Task.Delay(BeforeNextTry, time, cancellation);
            }
        }
    }

    async Task BeginAsync(CancellationToken cancellation)
    {
        var key = options.BootstrapKey ?? ApiKeyRules.SecretOf(RandomNumberGenerator.GetBytes(ApiKeyRules.SecretBytes));
        // Printed before it is stored: a process that dies in between prints another at the next start; the other way round the key would be lost for good.
        if (options.BootstrapKey is null) System.Console.Out.WriteLine($"Administrator key of organization 'default', shown this once: {key}");
        var result = await ledger.CommitAsync(FirstStartRules.Plan(key, time.GetUtcNow()));
        if (result.Outcome is CommitOutcome.Done or CommitOutcome.AlreadyThere)
        {
            await nodes.UpToAsync(result.Sequence, CancellationToken.None);
            // There already: by another process that was given the same key, or by a try of this one whose answer was lost.
            if (result.Outcome == CommitOutcome.Done) StartLog.FirstStart(logger);
            else StartLog.FirstStartBefore(logger);
            return;
        }
        // Another process was first: what it made is this node's too, as soon as it has followed it.
        StartLog.NotTheFirst(logger);
        if (await FindAsync(cancellation) is { } known) SayUnused(known);
    }

    void SayUnused(OrganizationDocuments known)
    {
        if (options.BootstrapKey is not { } key) return;
        var hash = ApiKeyRules.HashOf(key);
        if (!known.ApiKeys.Values.Any(k => k.Hash == hash)) StartLog.BootstrapKeyNotUsed(logger);
    }
}
