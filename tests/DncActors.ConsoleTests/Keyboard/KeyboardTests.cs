using DncActors.ConsoleTests.Browser;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Keyboard;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class KeyboardTests(ConsoleWorld world)
{
    /// <summary>Numbers what can be used on the page, or in the dialog that lies over it: one of a group of radio buttons stands for all.</summary>
    const string Number =
        """
        () => {
          const seen = new Set();
          const place = document.querySelector('.mud-dialog') ?? document;
          let n = 0;
          for (const e of place.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
            const style = getComputedStyle(e);
            const box = e.getBoundingClientRect();
            if (e.disabled || e.tabIndex < 0 || style.visibility === 'hidden' || !e.checkVisibility() || box.width === 0) continue;
            if (e.closest('fieldset[disabled], #components-reconnect-modal') || e.matches('.mud-focus-trap > *')) continue;
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

    /// <summary>What has the focus, where the bar at the top lies over it or it is outside of the window.</summary>
    const string Hidden =
        """
        () => {
          const e = document.activeElement;
          if (!e.closest('main') || e.matches('h1, main')) return null;
          const box = e.getBoundingClientRect();
          const top = document.querySelector('.top').getBoundingClientRect().bottom;
          return box.bottom > top + 4 && box.top < innerHeight - 4 && box.right > 0 && box.left < innerWidth ? null : e.outerHTML.slice(0, 200);
        }
        """;

    /// <summary>What closed when the keyboard went elsewhere cannot be reached any more, nor seen.</summary>
    const string Missed =
        """
        n => {
          const e = document.querySelector(`[data-stop="${n}"]`);
          return e?.checkVisibility() ? e.outerHTML.slice(0, 200) : '(gone)';
        }
        """;

    /// <summary>As when the page was just opened: the title, which is told to whoever listens, is not where the keyboard is.</summary>
    const string ToTheTop =
        "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); window.scrollTo(0, 0); }";

    [Fact]
    public async Task Everything_on_every_page_and_in_every_dialog_is_reached_by_the_tab_key_and_seen_when_it_is()
    {
        using var api = world.Client();
        await using var visit = await world.SignInAsync();
        var found = new List<string>();
        foreach (var scene in await Scenes.OfAsync(api))
        {
            await scene.ShowAsync(visit);
            // A menu is walked by arrows, and closed by the tab key.
            if (await visit.Page.Locator(".mud-popover-open").CountAsync() > 0) continue;
            found.AddRange((await MissedAsync(visit.Page)).Select(what => $"{scene.Name}: {what}"));
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
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
        var missed = new List<string>();
        var keys = new Keys(page);
        if (await page.Locator(".mud-dialog").CountAsync() == 0) await page.EvaluateAsync(ToTheTop);
        // Some more than there are: the browser's own stops, and groups that are entered in the middle.
        for (var i = 0; i < stops + 30 && reached.Count < stops; i++)
        {
            if (await page.EvaluateAsync<string?>(Where) is { } stop) reached.Add(stop);
            await keys.TabAsync();
            if (await page.EvaluateAsync<string?>(Hidden) is { } hidden) missed.Add($"hidden: {hidden}");
        }
        for (var n = 0; n < stops; n++)
        {
            var stop = n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (reached.Contains(stop)) continue;
            missed.Add(await page.EvaluateAsync<string>(Missed, stop));
        }
        return missed.Where(what => what != "(gone)").Distinct();
    }
}
