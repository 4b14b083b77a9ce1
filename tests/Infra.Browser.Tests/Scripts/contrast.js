// Every piece of visible text whose contrast with what is behind it is below 4.5 to 1 (WCAG 2.2, 1.4.3), each colour pair once.
() => {
  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map(value => value / 255).map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) {
        return colour;
      }
    }
    throw new Error('nothing behind the text has a colour');
  };

  document.querySelectorAll('details').forEach(details => { details.open = true; });
  const found = new Map();
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || ['SCRIPT', 'STYLE'].includes(element.tagName) || !element.checkVisibility() || element.closest('.unseen, .skip')) {
      continue;
    }
    texts++;
    const [text, back] = [channels(getComputedStyle(element).color), behind(element)];
    const [light, dark] = [luminance(text), luminance(back)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) {
      found.set(`${text} on ${back}`, `${ratio.toFixed(2)}: ${text} on ${back}, ${element.tagName.toLowerCase()}.${element.className}: ${walker.currentNode.textContent.trim().slice(0, 40)}`);
    }
  }
  return { texts, found: [...found.values()] };
}
