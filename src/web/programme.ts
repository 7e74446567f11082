/** Filters of a programme: what does not fit steps back. The address follows, so that a view can be shared. */
export function programmeFilters(): void {
  const form = document.querySelector<HTMLFormElement>('[data-programme]');
  if (form === null) return;
  const slots = [...document.querySelectorAll<HTMLElement>('.slot')];
  const selects = [...form.querySelectorAll('select')];
  const output = form.querySelector('output');
  const parameters = new URLSearchParams(location.search);
  for (const select of selects) {
    const asked = parameters.get(select.name);
    if (asked !== null && [...select.options].some(({ value }) => value === asked)) select.value = asked;
  }
  const apply = (): void => {
    const chosen = selects.filter(({ value }) => value !== '');
    let fitting = 0;
    for (const slot of slots) {
      const fits = chosen.every(({ name, value }) => (slot.dataset[name] ?? '').split(' ').includes(value));
      slot.classList.toggle('off', !fits);
      // What steps back is not read aloud, nor reached by keyboard.
      slot.inert = !fits;
      if (fits) fitting += 1;
    }
    if (output !== null) {
      const word = fitting === 1 ? output.dataset.one : output.dataset.many;
      output.textContent = chosen.length === 0 ? '' : `${fitting} ${word} ${slots.length}`;
    }
    const search = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
    history.replaceState(null, '', location.pathname + (search === '' ? '' : `?${search}`) + location.hash);
  };
  form.hidden = false;
  form.addEventListener('change', apply);
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => event.preventDefault());
  if (selects.some(({ value }) => value !== '')) apply();
}
