/**
 * The only script of a prose page. It keeps the reader's place when the language changes, remembers
 * the theme, and copies the address of a block. Everything works without it, with less comfort.
 */

const PLACE = 'place';

/** What a reader can be at: numbered blocks, records, and the headings of pages without either. */
const ANCHORS = '[data-block][id], .prose-page h2[id]';

interface Place {
  id: string;
  /** Distance of the block from the top of the window, CSS pixels. */
  top: number;
}

/** The paragraph that the last switch held on to. Going straight back must hold on to the same. */
let arrived: { id: string; scrollY: number } | undefined;

/**
 * What the reader is at: the first paragraph that begins on the upper part of the screen, else the
 * long one that fills it.
 */
function readingPlace(): Place | undefined {
  if (arrived && Math.abs(window.scrollY - arrived.scrollY) < 4) {
    const element = document.getElementById(arrived.id);
    if (element) return { id: arrived.id, top: element.getBoundingClientRect().top };
  }
  const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const limit = window.innerHeight * 0.6;
  let last: Place | undefined;
  for (const element of document.querySelectorAll<HTMLElement>(ANCHORS)) {
    const { top, height } = element.getBoundingClientRect();
    // A record that a filter hides is nowhere.
    if (height === 0) continue;
    if (top > limit) break;
    last = { id: element.id, top };
    if (top >= bar) break;
  }
  return last;
}

function store(key: string, value: string): boolean {
  try {
    sessionStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Points the switch at the reader's place. Followed in this tab, the place travels beside the
 * address and the next page restores its height; a fragment would make some browsers jump once
 * more, after that. In a new tab, or where storage is forbidden, the fragment is what there is.
 */
function aim(link: HTMLAnchorElement, sameTab: boolean): void {
  const place = window.scrollY < 8 ? undefined : readingPlace();
  const target = new URL(link.href);
  target.search = location.search;
  target.hash = place ? place.id : location.hash;
  if (place && sameTab && store(PLACE, JSON.stringify({ ...place, path: target.pathname })))
    target.hash = '';
  link.href = target.href;
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-switch]')) {
  // Before the click, so that "open in a new tab" and a copied address carry the place.
  link.addEventListener('pointerdown', () => {
    aim(link, false);
  });
  link.addEventListener('click', (event) => {
    aim(link, !(event.ctrlKey || event.metaKey || event.shiftKey));
  });
}

function restorePlace(): void {
  let saved: (Place & { path: string }) | undefined;
  try {
    const text = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    if (text) saved = JSON.parse(text) as Place & { path: string };
  } catch {
    return;
  }
  if (saved?.path !== location.pathname) return;
  const { id, top } = saved;
  const element = document.getElementById(id);
  if (!element) return;
  const settle = () => {
    window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
    arrived = { id, scrollY: window.scrollY };
  };
  settle();
  // Sheets of figures may still arrive and move the text.
  window.addEventListener('load', () => {
    requestAnimationFrame(settle);
  });
}
restorePlace();

try {
  // For /go/: the language that this reader chose last.
  localStorage.setItem('locale', document.documentElement.lang.slice(0, 2));
} catch {
  // Then the browser's list of languages decides.
}

const themeButton = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
themeButton?.addEventListener('click', () => {
  const root = document.documentElement;
  const dark =
    root.dataset['theme'] === 'dark' ||
    (root.dataset['theme'] === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset['theme'] = dark ? 'light' : 'dark';
  themeButton.setAttribute('aria-pressed', String(!dark));
  try {
    localStorage.setItem('theme', root.dataset['theme']);
  } catch {
    // Not remembered, but shown.
  }
});

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.num');
  if (!link) return;
  // Absent on plain http; the link then only jumps.
  if (!('clipboard' in navigator)) return;
  void navigator.clipboard.writeText(link.href).then(
    () => {
      const said = document.querySelector('[data-said]');
      if (said) said.textContent = said.getAttribute('data-copied');
    },
    () => {
      // Without permission the link still jumps, and its address stands in the bar.
    },
  );
});
