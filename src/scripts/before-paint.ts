/**
 * Scripts that must run before the first paint, so they stand in the page itself. astro.config.mjs
 * puts the hash of each into the security policy, which allows no other inline script.
 */
const THEME = `
  document.documentElement.classList.add('js');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    /* Storage may be forbidden; the system's theme holds. */
  }
`;

/** The page that frames an embed says which theme it has; auto follows the reader's system. */
const EMBED_THEME = `
  document.documentElement.classList.add('js');
  const theme = new URLSearchParams(location.hash.slice(1)).get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
`;

export const BEFORE_PAINT = { theme: THEME, embedTheme: EMBED_THEME } as const;
