using MudBlazor;

namespace DncActors.Console.Imports;

/// <summary>Importing from any page.</summary>
static class ImportDialogs
{
    /// <returns>Whether something may have been taken in, so that the page should be read again.</returns>
    internal static async Task<bool> ImportAsync(this IDialogService dialogs, ImportPlan plan)
    {
        var dialog = await dialogs.ShowAsync<ImportDialog>(
            plan.Title,
            new DialogParameters<ImportDialog> { { d => d.Plan, plan } },
            new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false, CloseOnEscapeKey = false });
        return await dialog.Result is { Canceled: false };
    }
}
