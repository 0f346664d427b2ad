// What the pages ask of the browser, and nothing more.
window.dnc = {
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? null,
  isDark: () => document.documentElement.classList.contains('dark'),
  focus: id => document.getElementById(id)?.focus(),
  chooseTheme: theme => {
    document.cookie = `dnc-theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = theme;
    showTheme();
  },
  copy: text => navigator.clipboard.writeText(text),
  // What was typed into a large field: it may be more than one message to the server takes, so it goes as a stream. One of nothing at all could not be sent.
  textOf: id => new TextEncoder().encode(document.getElementById(id).value + '\n'),
  // A file that the server writes, handed over as it comes; the browser keeps a large one on its disk.
  save: async (name, type, stream) => {
    const blob = await new Response(await stream.stream(), { headers: { 'content-type': type } }).blob();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },
};

const system = matchMedia('(prefers-color-scheme: dark)');
function showTheme() {
  const chosen = document.documentElement.dataset.theme;
  document.documentElement.classList.toggle('dark', chosen === 'dark' || (chosen !== 'light' && system.matches));
}
system.addEventListener('change', showTheme);

document.addEventListener('click', event => {
  const action = event.target.closest?.('[data-connection]')?.dataset.connection;
  if (action === 'reload') location.reload();
  if (action === 'retry') Blazor.reconnect().then(done => { if (!done) location.reload(); }, () => {});
  const open = document.querySelector('details.who[open]');
  if (open && !open.contains(event.target)) open.open = false;
});
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('details.who[open]');
  if (open) { open.open = false; open.querySelector('summary').focus(); }
  const menu = event.key === 'Escape' && document.querySelector('.menu-open .menu-button');
  if (menu && menu.checkVisibility()) { menu.click(); menu.focus(); }
  // "/" goes to the page's search, as in many tools; not while something is typed.
  if (event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]')) {
    const search = document.querySelector('[data-search] input, input[data-search]');
    if (search) { event.preventDefault(); search.focus(); }
  }
  // Enter in a line of a dialog does what its main button says, as in any form; once, however long it is held.
  const line = '.mud-dialog input:not([readonly], [type=checkbox], [type=radio], [type=file])';
  const isPress = event.key === 'Enter' && !event.repeat && !event.isComposing;
  if (isPress && event.target.matches(line)) setTimeout(pressMain, 0, event.target.closest('.mud-dialog'), performance.now() + 1000);
});
// What was typed last may still be on its way to the server, which then lets the button be pressed.
function pressMain(dialog, until) {
  const button = dialog.querySelector('.mud-dialog-actions .mud-button-filled');
  if (button && !button.disabled) button.click();
  else if (button?.isConnected && performance.now() < until) requestAnimationFrame(() => pressMain(dialog, until));
}

// The keyboard is never lost. Where what had the focus is gone (a dialog, a menu, a card that was removed), it goes to where it was on the page before, else to
// the title; in a dialog it stays there; where it may not be used for a moment, back to it afterwards.
const over = '.mud-overlay, .mud-dialog-container, .mud-popover, .mud-snackbar';
const stops = 'input:not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href]';
let held = null;
let before = null;
document.addEventListener('focusin', event => {
  held = event.target;
  if (!held.closest(over)) before = held;
  const open = document.querySelector('details.who[open]');
  if (open && !open.contains(held)) open.open = false;
});
// Who points somewhere has chosen for themselves.
document.addEventListener('pointerdown', () => { held = null; });
const isThere = element => element?.isConnected && element.checkVisibility();
function keepFocus() {
  if (!held || document.activeElement !== document.body || (isThere(held) && held.disabled)) return;
  const dialog = [...document.querySelectorAll('.mud-dialog')].at(-1);
  const next = dialog
    ? [held, ...dialog.querySelectorAll(stops)].find(element => dialog.contains(element) && isThere(element))
    : [held, before, document.querySelector('main h1')].find(isThere);
  next?.focus();
}
let isLooking = false;
new MutationObserver(() => {
  if (isLooking) return;
  isLooking = true;
  requestAnimationFrame(() => { isLooking = false; keepFocus(); });
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
