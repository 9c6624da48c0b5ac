/**
 * Opens a permalink in the reader's own language: the one read last on this device, else the first
 * of the browser's list that the site has. No guess beyond that; both links stay.
 */
function readLast(): string | null {
  try {
    return localStorage.getItem('locale');
  } catch {
    return null;
  }
}

for (const wanted of [readLast(), ...navigator.languages]) {
  const tag = (wanted ?? '').slice(0, 2).toLowerCase();
  const link = document.querySelector<HTMLAnchorElement>(`a[data-locale="${CSS.escape(tag)}"]`);
  if (!link) continue;
  location.replace(link.href);
  break;
}

export {};
