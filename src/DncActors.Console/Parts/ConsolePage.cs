using System.Net;
using DncActors.Client;
using DncActors.Client.Errors;
using DncActors.Client.People;
using DncActors.Console.Session;
using Microsoft.AspNetCore.Components;

namespace DncActors.Console.Parts;

/// <summary>What every page has: the client, what its reader may do, an end, and one way to fail.</summary>
public abstract class ConsolePage : ComponentBase, IDisposable
{
    readonly CancellationTokenSource gone = new();

    protected ConsolePage() => Gone = gone.Token;

    [Inject]
    internal ConsoleSession Session { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal TimeProvider Ticks { get; set; } = null!;

    private protected DncClient Client => Session.Client;

    /// <summary>Ends when the reader has left the page.</summary>
    protected CancellationToken Gone { get; }

    /// <summary>What went wrong last; null after something went well.</summary>
    private protected ShownProblem? Problem { get; set; }

    /// <summary>Something is asked of the API right now.</summary>
    protected bool Busy { get; private set; }

    private protected bool Can(string permission) => Session.Can(permission);

    /// <summary>What things and people are called, as far as the reader may know.</summary>
    /// <param name="withKeys">What is shown names who did it, which may be a key.</param>
    /// <exception cref="DncException">The API did not answer, or refused.</exception>
    private protected Task<OrganizationWords> ReadWordsAsync(bool withKeys = false) =>
        OrganizationWords.ReadAsync(Client, withKeys && Can(PermissionNames.Admin), Gone);

    /// <summary>Does it, and shows why not where it fails; a session that has ended goes to sign in, and comes back here.</summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> work)
    {
        Busy = true;
        try
        {
            await work();
            Problem = null;
            return true;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return false;
        }
        catch (DncProblemException problem) when (problem.Status is HttpStatusCode.Unauthorized)
        {
            Navigation.NavigateTo($"{ConsolePaths.SignIn}?to={Uri.EscapeDataString(new Uri(Navigation.Uri).PathAndQuery)}", forceLoad: true);
            return false;
        }
        catch (DncException failure)
        {
            Problem = Problems.Of(failure);
            return false;
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>Does it at once and then every so often, until the reader has left; what it found is drawn.</summary>
    protected Task WatchAsync(TimeSpan every, Func<Task> work) => InvokeAsync(async () =>
    {
        using var timer = new PeriodicTimer(every, Ticks);
        try
        {
            do
            {
                await work();
                StateHasChanged();
            }
            while (await timer.WaitForNextTickAsync(Gone));
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    });

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        gone.Cancel();
        gone.Dispose();
    }
}
