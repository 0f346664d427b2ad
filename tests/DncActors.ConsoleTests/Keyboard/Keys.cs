using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Keyboard;

/// <summary>Two hands on a keyboard, and nothing else: what is used has the focus first, and gets it by the tab key and the arrows.</summary>
sealed class Keys(IPage page)
{
    /// <summary>Whoever presses the tab key that often has given up.</summary>
    const int Far = 150;

    /// <summary>A dialog sends who leaves it at one end back in at the other, by way of the server.</summary>
    const string HasLanded = "() => !document.activeElement?.matches('.mud-focus-trap > .pointer-events-none')";

    /// <summary>The number of the option that the arrows have come to, in the field that is open.</summary>
    const string Marked =
        """
        () => {
          const options = [...document.querySelectorAll('.mud-popover-open [role="option"]')];
          const active = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
          return options.indexOf(active ?? options.find(option => option.matches('[aria-selected="true"], .mud-selected-item')));
        }
        """;

    internal async Task TabAsync(bool back = false)
    {
        await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        if (!await page.EvaluateAsync<bool>(HasLanded)) await page.WaitForFunctionAsync(HasLanded);
    }

    internal Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    internal Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Tabs until the focus is where it is wanted.</summary>
    internal async Task ToAsync(ILocator wanted, bool back = false)
    {
        await wanted.WaitForAsync();
        for (var i = 0; i < Far; i++)
        {
            if (await HasFocusAsync(wanted)) return;
            await TabAsync(back);
        }
        Assert.Fail($"The tab key does not lead to {wanted}.");
    }

    /// <summary>Goes there and presses a key: Enter, unless another is named.</summary>
    internal async Task UseAsync(ILocator wanted, string key = "Enter", bool back = false)
    {
        await ToAsync(wanted, back);
        await PressAsync(key);
    }

    /// <summary>Walks the menu that is open until the item has the focus, and takes it.</summary>
    internal async Task ChooseAsync(string item)
    {
        var wanted = page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true });
        await wanted.WaitForAsync();
        // The focus goes to the first by way of the server, and so from one to the next: a key that is pressed before it has come moves it once too often.
        await page.WaitForFunctionAsync("() => document.activeElement.role === 'menuitem'");
        var items = await page.GetByRole(AriaRole.Menuitem).CountAsync();
        for (var i = 0; i < items && !await HasFocusAsync(wanted); i++)
        {
            var at = await page.EvaluateHandleAsync("() => document.activeElement");
            await PressAsync("ArrowDown");
            await page.WaitForFunctionAsync("at => document.activeElement !== at", at);
        }
        await Assertions.Expect(wanted).ToBeFocusedAsync();
        await PressAsync("Enter");
    }

    /// <summary>Walks the options of the field that is open by arrows, and takes the one.</summary>
    internal async Task PickAsync(string option)
    {
        var options = page.GetByRole(AriaRole.Option);
        await options.GetByText(option, new() { Exact = true }).WaitForAsync();
        var goal = (await options.AllInnerTextsAsync()).Select(text => text.Trim()).ToList().IndexOf(option);
        for (int at; (at = await page.EvaluateAsync<int>(Marked)) != goal;)
        {
            await PressAsync(at < goal ? "ArrowDown" : "ArrowUp");
            await page.WaitForFunctionAsync($"at => ({Marked})() !== at", at);
        }
        await PressAsync("Enter");
        await Assertions.Expect(options).ToHaveCountAsync(0);
    }

    /// <summary>Of a field to choose in, the part that is drawn is another one than that which has the focus.</summary>
    static Task<bool> HasFocusAsync(ILocator wanted) => wanted.EvaluateAsync<bool>(
        "e => e === document.activeElement || (document.activeElement.closest('.mud-select')?.contains(e) ?? false)");
}
