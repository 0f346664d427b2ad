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
  // What was typed into a large field: it may be more than one message to the server takes, so it goes as a stream.
  textOf: id => new TextEncoder().encode(document.getElementById(id).value),
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
  if (event.key === 'Escape') document.querySelector('details.who[open]')?.removeAttribute('open');
  // "/" goes to the page's search, as in many tools; not while something is typed.
  if (event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]')) {
    const search = document.querySelector('[data-search] input, input[data-search]');
    if (search) { event.preventDefault(); search.focus(); }
  }
});
