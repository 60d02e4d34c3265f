(() => {
  'use strict';
  const root = document.documentElement;
  // What can be scrolled sideways can be reached by keyboard, and says what it is.
  const reachable = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      const scrolls = target.scrollWidth > target.clientWidth;
      for (const [name, value] of [['tabindex', '0'], ['role', 'group'], ['aria-label', target.dataset.name]]) {
        if (scrolls) {
          target.setAttribute(name, value);
        } else {
          target.removeAttribute(name);
        }
      }
    }
  });
  document.querySelectorAll('.scroll').forEach((area) => reachable.observe(area));

  const table = document.querySelector('.flags');
  if (!table) {
    return;
  }
  root.classList.add('js');
  const entries = [...table.tBodies].map((body, place) => ({
    body,
    place,
    detail: body.querySelector('.detail'),
    button: body.querySelector('.more'),
    said: plain(body.querySelector('.flag').textContent),
  }));
  const status = document.getElementById('count');
  const nothing = document.getElementById('nothing');
  const field = (name) => document.getElementById('by-' + name);
  const chosen = (name) => (field(name) ? field(name).value : '');
  const heads = [...table.tHead.querySelectorAll('[data-sort]')];

  // Letters without their accents, so that a search need not know them.
  function plain(words) {
    return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
  }

  function say(words) {
    if (status.textContent !== words) {
      status.textContent = words;
    }
  }

  function open(entry, wanted) {
    entry.button.setAttribute('aria-expanded', String(wanted));
    entry.detail.hidden = !wanted;
  }

  function matches(entry) {
    const data = entry.body.dataset;
    const measure = chosen('measure');
    const words = plain(chosen('text')).trim();
    return (!chosen('level') || data.level === chosen('level'))
      && (!chosen('grouping') || data.grouping === chosen('grouping'))
      && (!chosen('status') || data.status === chosen('status'))
      && (!measure || measure === 'theme:' + data.theme || measure === 'measure:' + data.measure)
      && words.split(' ').every((word) => entry.said.includes(word));
  }

  function filter() {
    let shown = 0;
    for (const entry of entries) {
      const wanted = matches(entry);
      entry.body.hidden = !wanted;
      shown += wanted ? 1 : 0;
    }
    nothing.hidden = shown > 0;
    if (shown === entries.length) {
      say(status.dataset.all);
    } else if (shown === 0) {
      say(filled(status.dataset.none, entries.length));
    } else {
      say(filled(status.dataset.shown, shown, status.dataset.flags));
    }
  }

  // A sentence of the page's language with values in its places.
  function filled(sentence, ...values) {
    return sentence.replace(/\{(\d)\}/g, (place, index) => values[index]);
  }

  function sort(head) {
    const down = head.getAttribute('aria-sort') === 'ascending';
    const key = head.dataset.sort + 'Order';
    for (const other of heads) {
      other.setAttribute('aria-sort', other === head ? (down ? 'descending' : 'ascending') : 'none');
    }
    const sign = down ? -1 : 1;
    entries
      .slice()
      .sort((one, two) => sign * (Number(one.body.dataset[key]) - Number(two.body.dataset[key])) || one.place - two.place)
      .forEach((entry) => table.append(entry.body));
    say(filled(down ? status.dataset.reversed : status.dataset.sorted, head.textContent.toLowerCase()));
  }

  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sort(head));
    head.replaceChildren(button);
    head.setAttribute('aria-sort', 'none');
  }
  for (const entry of entries) {
    open(entry, false);
    entry.button.addEventListener('click', () => open(entry, entry.detail.hidden));
  }
  const form = document.getElementById('filters');
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  document.getElementById('open-all').addEventListener('click', () => entries.forEach((entry) => open(entry, true)));
  document.getElementById('close-all').addEventListener('click', () => entries.forEach((entry) => open(entry, false)));

  // A link to a flag shows it, whatever is filtered, and opens it.
  function follow() {
    const entry = entries.find((one) => '#' + one.body.id === location.hash);
    if (!entry) {
      return;
    }
    if (entry.body.hidden) {
      form.reset();
      filter();
    }
    open(entry, true);
    entry.body.scrollIntoView();
    entry.button.focus({ preventScroll: true });
  }
  addEventListener('hashchange', follow);
  follow();
})();
