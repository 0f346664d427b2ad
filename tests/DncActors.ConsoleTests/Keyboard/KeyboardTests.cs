using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Keyboard;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class KeyboardTests(ConsoleWorld world)
{
    /// <summary>Numbers what can be used on the page: one of a group of radio buttons stands for all.</summary>
    const string Number =
        """
        () => {
          const seen = new Set();
          let n = 0;
          for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
            const style = getComputedStyle(e);
            const box = e.getBoundingClientRect();
            if (e.disabled || e.tabIndex < 0 || style.visibility === 'hidden' || !e.checkVisibility() || box.width === 0) continue;
            if (e.closest('fieldset[disabled], #components-reconnect-modal')) continue;
            if (e.type === 'radio') { if (seen.has(e.name)) continue; seen.add(e.name); e.dataset.group = e.name; }
            e.dataset.stop = n++;
          }
          return n;
        }
        """;

    const string Where =
        """
        () => {
          const e = document.activeElement;
          const group = e?.type === 'radio' ? document.querySelector(`[data-group="${e.name}"]`) : null;
          return e?.dataset.stop ?? group?.dataset.stop ?? null;
        }
        """;

    /// <summary>As when the page was just opened: the title, which is told to whoever listens, is not where the keyboard is.</summary>
    const string ToTheTop =
        "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); window.scrollTo(0, 0); }";

    [Fact]
    public async Task Everything_on_every_page_is_reached_by_the_tab_key()
    {
        await using var visit = await world.SignInAsync();
        var missed = new List<string>();
        foreach (var (path, title) in Places.All)
        {
            await visit.GoAsync(path, title);
            await visit.SettledAsync();
            missed.AddRange((await MissedAsync(visit.Page)).Select(what => $"{path}: {what}"));
        }
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_menu()
    {
        await using var visit = await world.SignInAsync();
        await visit.GoAsync("/workflows", "Workflows");
        await visit.Page.EvaluateAsync(ToTheTop);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_page_that_is_opened_says_its_title_to_whoever_listens()
    {
        await using var visit = await world.SignInAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Workflows" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Workflows", Level = 1 })).ToBeFocusedAsync();
    }

    static async Task<IEnumerable<string>> MissedAsync(IPage page)
    {
        var stops = await page.EvaluateAsync<int>(Number);
        var reached = new HashSet<string>();
        await page.EvaluateAsync(ToTheTop);
        // Some more than there are: the browser's own stops, and groups that are entered in the middle.
        for (var i = 0; i < stops + 30 && reached.Count < stops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Where) is { } stop) reached.Add(stop);
        }
        var missed = new List<string>();
        for (var n = 0; n < stops; n++)
        {
            var stop = n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (reached.Contains(stop)) continue;
            missed.Add(await page.EvaluateAsync<string>("n => document.querySelector(`[data-stop=\"${n}\"]`)?.outerHTML.slice(0, 200) ?? '(gone)'", stop));
        }
        return missed.Where(what => what != "(gone)");
    }
}
