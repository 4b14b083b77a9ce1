// What keeps people out who use a keyboard or a screen reader.
() => {
  const found = [];
  const all = selector => [...document.querySelectorAll(selector)];
  const named = element => (element.getAttribute('aria-label') || element.textContent || '').trim() || all(`#${element.getAttribute('aria-labelledby')}`)[0]?.textContent.trim();
  const show = element => element.outerHTML.slice(0, 120);

  document.querySelectorAll('details').forEach(details => { details.open = true; });
  all('input, select, textarea').filter(field => !field.labels.length && !field.getAttribute('aria-label')).forEach(field => found.push(`no label: ${show(field)}`));
  all('button, a[href], summary, [role=img], [role=region], nav').filter(element => !named(element)).forEach(element => found.push(`no name: ${show(element)}`));
  all('table').filter(table => !table.caption?.textContent.trim()).forEach(table => found.push(`no caption: ${show(table)}`));
  all('thead th').filter(head => !head.textContent.trim() || head.scope !== 'col').forEach(head => found.push(`no column head: ${show(head)}`));
  all('tbody tr').filter(row => !row.querySelector('th[scope=row], td.more')).forEach(row => found.push(`no row head: ${show(row)}`));
  all('svg').filter(image => !image.closest('[aria-hidden=true], [role=img]')).forEach(image => found.push(`read out: ${show(image)}`));
  all('a[href^="#"]').filter(link => !document.getElementById(link.hash.slice(1))).forEach(link => found.push(`leads nowhere: ${show(link)}`));
  all('[aria-labelledby]').filter(element => !named(element)).forEach(element => found.push(`named by nothing: ${show(element)}`));

  const ids = all('[id]').map(element => element.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => found.push(`twice: #${id}`));

  let level = 0;
  all('h1, h2, h3, h4, h5, h6').forEach(heading => {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) {
      found.push(`h${next} after h${level}: ${heading.textContent}`);
    }
    level = next;
  });
  for (const landmark of ['header', 'nav', 'main', 'footer', 'h1']) {
    if (all(landmark).length !== 1) {
      found.push(`${all(landmark).length} of ${landmark}`);
    }
  }
  if (!document.documentElement.lang || !document.title) {
    found.push('no language or title');
  }
  return found;
}
