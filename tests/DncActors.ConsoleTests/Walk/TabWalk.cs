using System.Globalization;
using DncActors.ConsoleTests.Keyboard;
using Microsoft.Playwright;

namespace DncActors.ConsoleTests.Walk;

/// <summary>From one end of a page, or of the dialog that lies over it, to the other by the tab key.</summary>
static class TabWalk
{
    /// <summary>As when the page was just opened: the title, which is told to whoever listens, is not where the keyboard is.</summary>
    internal const string ToTheTop =
        "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); window.scrollTo(0, 0); }";

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

    /// <summary>The number of what has the focus; and what it is, where the bar at the top lies over it or it is outside of the window.</summary>
    const string Where =
        """
        () => {
          const e = document.activeElement;
          const group = e?.type === 'radio' ? document.querySelector(`[data-group="${e.name}"]`) : null;
          const stop = e?.dataset.stop ?? group?.dataset.stop ?? null;
          if (!e.closest('main') || e.matches('h1, main')) return [stop, null];
          const box = e.getBoundingClientRect();
          const top = document.querySelector('.top').getBoundingClientRect().bottom;
          const isSeen = box.bottom > top + 4 && box.top < innerHeight - 4 && box.right > 0 && box.left < innerWidth;
          return [stop, isSeen ? null : e.outerHTML.slice(0, 200)];
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

    /// <summary>What is not reached, or not seen when it is.</summary>
    internal static async Task<IEnumerable<string>> MissedAsync(IPage page)
    {
        var stops = await page.EvaluateAsync<int>(Number);
        var reached = new HashSet<string>();
        var missed = new List<string>();
        var keys = new Keys(page);
        if (await page.Locator(".mud-dialog").CountAsync() == 0) await page.EvaluateAsync(ToTheTop);
        // Some more than there are: the browser's own stops, and groups that are entered in the middle.
        for (var i = 0; i < stops + 30 && reached.Count < stops; i++)
        {
            var at = await page.EvaluateAsync<string?[]>(Where);
            if (at[0] is { } stop) reached.Add(stop);
            if (i > 0 && at[1] is { } hidden) missed.Add($"hidden: {hidden}");
            await keys.TabAsync();
        }
        for (var n = 0; n < stops; n++)
        {
            var stop = n.ToString(CultureInfo.InvariantCulture);
            if (reached.Contains(stop)) continue;
            missed.Add(await page.EvaluateAsync<string>(Missed, stop));
        }
        return missed.Where(what => what != "(gone)").Distinct();
    }
}
