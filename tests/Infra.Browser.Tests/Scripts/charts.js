// Words of charts that lie on each other, or outside of their picture.
() => {
  const found = [];
  document.querySelectorAll('.chart > svg').forEach(svg => {
    const title = svg.parentElement.querySelector('figcaption').textContent;
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')].map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    words.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
      .forEach(({ text }) => found.push(`${title}: '${text}' is cut off`));
    words.forEach((one, index) => words.slice(index + 1)
      .filter(other => one.box.left < other.box.right && other.box.left < one.box.right && one.box.top < other.box.bottom && other.box.top < one.box.bottom)
      .forEach(other => found.push(`${title}: '${one.text}' lies on '${other.text}'`)));
  });
  return found;
}
