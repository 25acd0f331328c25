/** Runs in the page: what is cut off, too small, written over something else, or too pale. `axe` is there as well. */
export function findings(least) {
  const found = [];
  const words = (element) => element.textContent.trim().slice(0, 60);
  const { Color, getContrast } = axe.commons.color;

  const visible = (root) =>
    [...root.querySelectorAll('*')].filter(
      (element) => element.getClientRects().length && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && !element.closest('title,desc,style'),
    );

  const inside = (rect, box, slack = 1.5) =>
    rect.left >= box.left - slack && rect.right <= box.right + slack && rect.top >= box.top - slack && rect.bottom <= box.bottom + slack;

  /** The colour that an element of a drawing is written on: that of the last filled shape below its middle. */
  function below(text) {
    const { left, top, width, height } = text.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const shapes = [...text.ownerSVGElement.querySelectorAll('rect')].filter((shape) => {
      const at = shape.getBoundingClientRect();
      return at.left <= x && x <= at.right && at.top <= y && y <= at.bottom && getComputedStyle(shape).fill !== 'none' && (shape.compareDocumentPosition(text) & 4);
    });
    return getComputedStyle(shapes.at(-1) ?? text.ownerSVGElement.querySelector('rect')).fill;
  }

  const colour = (value) => {
    const parsed = new Color();
    parsed.parseString(value);
    return parsed;
  };

  document.querySelectorAll('section').forEach((section, at) => {
    const say = (what) => found.push(`page ${at + 1}: ${what}`);
    const box = section.getBoundingClientRect();
    const footer = section.querySelector('footer')?.getBoundingClientRect();
    const room = { left: box.left, right: box.right, top: box.top, bottom: footer ? footer.top : box.bottom };
    for (const element of visible(section)) {
      const rect = element.getBoundingClientRect();
      if (!inside(rect, element.closest('footer') ? box : room)) say(`is cut off: ${words(element)}`);
      const scale = element.ownerSVGElement ? element.getScreenCTM().a : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < least) say(`has letters of ${size.toFixed(1)} px: ${words(element)}`);
    }
    for (const drawing of section.querySelectorAll('svg.d')) {
      const texts = [...drawing.querySelectorAll('text')].map((text) => ({ text, rect: text.getBoundingClientRect() }));
      texts.forEach(({ text, rect }, i) => {
        if (!inside(rect, drawing.querySelector('rect').getBoundingClientRect())) say(`leaves its drawing: ${words(text)}`);
        for (const other of texts.slice(i + 1)) {
          const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
          const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
          if (across > 2 && down > rect.height / 3) say(`is written over: ${words(text)} | ${words(other.text)}`);
        }
        const contrast = getContrast(colour(below(text)), colour(getComputedStyle(text).fill));
        if (contrast < 4.5) say(`has a contrast of ${contrast.toFixed(1)}: ${words(text)}`);
      });
    }
  });
  return found;
}
