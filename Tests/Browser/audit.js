// What a person would trip over, as a list of sentences; evaluated in a page by check_pages.py.
(() => {
  const wrong = [];
  const shown = element => {
    if (element.closest("details:not([open])") && !element.closest("summary")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== "hidden";
  };
  const what = element => element.tagName.toLowerCase()
    + (element.id ? "#" + element.id : element.className && element.className.baseVal === undefined
      ? "." + element.className : "") + " “" + element.textContent.trim().slice(0, 40) + "”";

  // Structure.
  if (!document.documentElement.lang) wrong.push("the page has no language");
  if (!document.title.trim()) wrong.push("the page has no title");
  for (const name of ["main", "h1"])
    if (document.querySelectorAll(name).length !== 1) wrong.push("not one " + name);
  if (document.scripts.length) wrong.push("the page has a script");
  let level = 0;
  for (const heading of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) wrong.push("a heading skips a level: " + what(heading));
    if (!heading.textContent.trim()) wrong.push("an empty heading");
    level = own;
  }
  const ids = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) wrong.push("an id twice: " + element.id);
    ids.add(element.id);
  }
  for (const attribute of ["aria-labelledby", "for"])
    for (const element of document.querySelectorAll(`[${attribute}]`))
      for (const id of element.getAttribute(attribute).split(" "))
        if (!ids.has(id)) wrong.push(`${attribute} names no element: ${id}`);
  for (const element of document.querySelectorAll("section,nav,[role=region]"))
    if (document.querySelector("nav") && !element.getAttribute("aria-labelledby"))
      wrong.push("a part without a name: " + what(element));
  for (const element of document.querySelectorAll("th"))
    if (!element.scope) wrong.push("a table heading without a scope: " + what(element));
  for (const element of document.querySelectorAll("input"))
    if (!element.labels.length && !element.ariaLabel) wrong.push("an input without a label");
  for (const element of document.querySelectorAll("svg"))
    if (!element.getAttribute("aria-hidden") && !(element.getAttribute("aria-label")
        || element.getAttribute("aria-labelledby"))) wrong.push("a picture without a name");
  for (const element of document.querySelectorAll("a"))
    if (!element.textContent.trim()) wrong.push("a link without words");
  for (const element of document.querySelectorAll("*"))
    for (const attribute of element.attributes)
      if (attribute.name.startsWith("on")) wrong.push("a handler: " + attribute.name);

  // Contrast by WCAG 2: 4.5, and 3 for large text.
  const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const colour = text => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = text;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(part => part / 255)
    .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if (found[3] > 200) return found;
    }
    return [255, 255, 255, 255];
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), count = 0; node && count < 20000; node = walker.nextNode(), count++) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg,title,.hide,.skip") || !shown(element)) continue;
    const style = getComputedStyle(element);
    const back = ground(element);
    const key = style.color + back + style.fontSize + style.fontWeight;
    if (seen.has(key)) continue;
    seen.add(key);
    const [upper, lower] = [light(colour(style.color)), light(back)].sort((a, b) => b - a);
    const ratio = (upper + 0.05) / (lower + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
    if (ratio < (isLarge ? 3 : 4.5)) wrong.push(`contrast ${ratio.toFixed(2)}: ${what(element)}`);
  }
  return wrong;
})()
