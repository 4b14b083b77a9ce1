'use strict';

// The page is whole without this: a search over the resources, and a way to open and close all of them.
(() => {
  const tree = document.getElementById('tree');
  const box = document.getElementById('search');
  if (!tree || !box) {
    return;
  }

  const input = box.querySelector('input');
  const status = box.querySelector('output');
  const rows = Array.from(tree.querySelectorAll('li[data-row]'), item => {
    const head = item.querySelector('summary, .leaf');
    const inputs = item.querySelector(':scope > details > pre, :scope > details > .inputs > pre');
    return {
      item,
      details: item.querySelector(':scope > details'),
      parent: item.parentElement.closest('li[data-row]'),
      text: `${head.textContent} ${inputs ? inputs.textContent : ''}`.toLowerCase(),
    };
  });
  let opened = null;

  function show(open) {
    for (const row of rows) {
      if (row.details) {
        row.details.open = open(row);
      }
    }
  }

  function filter() {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    if (words.length === 0) {
      rows.forEach(row => { row.item.hidden = false; });
      if (opened) {
        show(row => opened.has(row));
        opened = null;
      }
      status.textContent = '';
      return;
    }

    // What was open before the search is open again after it.
    opened ??= new Set(rows.filter(row => row.details && row.details.open));
    const found = rows.filter(row => words.every(word => row.text.includes(word)));
    const shown = new Set(found.map(row => row.item));
    const above = new Set();
    for (const row of found) {
      for (let parent = row.parent; parent && !above.has(parent); parent = parent.parentElement.closest('li[data-row]')) {
        above.add(parent);
        shown.add(parent);
      }
    }

    rows.forEach(row => { row.item.hidden = !shown.has(row.item); });
    show(row => above.has(row.item));
    status.textContent = `${found.length} of ${rows.length}`;
  }

  // Values are found below closed rows too, so that a browser needn't lay all of them out.
  box.hidden = false;
  input.addEventListener('input', filter);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && input.value) {
      input.value = '';
      filter();
      event.preventDefault();
    }
  });
  box.querySelector('[data-open]').addEventListener('click', () => show(() => true));
  box.querySelector('[data-close]').addEventListener('click', () => show(() => false));
  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === '/' && !typing) {
      input.focus();
      event.preventDefault();
    }
  });
})();
