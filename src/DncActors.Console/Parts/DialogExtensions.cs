using MudBlazor;

namespace DncActors.Console.Parts;

/// <summary>Questions before something that others notice.</summary>
static class DialogExtensions
{
    /// <returns>Whether to do it.</returns>
    internal static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string text, string what, bool dangerous = true) =>
        await AskAsync(dialogs, title, text, what, dangerous, asksReason: false) is not null;

    /// <returns>The reason; null where it shall not be done.</returns>
    internal static Task<string?> AskReasonAsync(this IDialogService dialogs, string title, string text, string what) =>
        AskAsync(dialogs, title, text, what, dangerous: true, asksReason: true);

    static async Task<string?> AskAsync(IDialogService dialogs, string title, string text, string what, bool dangerous, bool asksReason)
    {
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog>
        {
            { asked => asked.Title, title }, { asked => asked.Text, text }, { asked => asked.Do, what }, { asked => asked.Dangerous, dangerous },
            { asked => asked.AsksReason, asksReason },
        });
        return await dialog.Result is { Canceled: false, Data: string reason } ? reason : null;
    }
}
