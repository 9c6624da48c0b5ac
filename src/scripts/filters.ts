/**
 * Filters of a reference page. The style sheet hides the records by itself; here the state goes into
 * the address, where it can be shared and survives the language switch, and the number of records
 * left is said.
 */
const box = document.querySelector<HTMLElement>('[data-filters]');
const said = box?.querySelector('[data-filter-status]');
if (box && said) {
  const radios = [...box.querySelectorAll<HTMLInputElement>('input')];
  const records = document.querySelectorAll<HTMLElement>('.filtered .record');
  const groups = document.querySelectorAll<HTMLElement>('.filtered .group');
  const visible = (element: Element) => element.getClientRects().length > 0;

  const tell = () => {
    // Two filters at once can empty a group that each alone would leave. The group of the record in
    // the address stays: the style sheet shows that record, if perhaps a moment later.
    const named = document.getElementById(location.hash.slice(1));
    for (const group of groups) group.hidden = false;
    for (const group of groups)
      group.hidden =
        !group.contains(named) && ![...group.querySelectorAll('.record')].some(visible);
    const on = radios.some((radio) => radio.checked && radio.value !== '');
    const shown = [...records].filter(visible).length;
    said.textContent = on
      ? (box.dataset['shown'] ?? '')
          .replace('{n}', `${shown}`)
          .replace('{all}', `${records.length}`)
      : '';
  };

  const asked = new URLSearchParams(location.search);
  for (const radio of radios)
    if (asked.get(radio.name) === radio.value && radio.value !== '') {
      radio.checked = true;
      radio.closest('details')?.setAttribute('open', '');
    }
  tell();

  box.addEventListener('change', () => {
    tell();
    const query = new URLSearchParams(location.search);
    for (const { name, value, checked } of radios)
      if (checked && value !== '') query.set(name, value);
      else if (checked) query.delete(name);
    const text = query.size > 0 ? `?${query}` : '';
    history.replaceState(history.state, '', location.pathname + text + location.hash);
  });
  window.addEventListener('hashchange', tell);
  window.addEventListener('load', tell);
}
