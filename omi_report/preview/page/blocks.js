// The blocks of a page, and which of them a new page has, has no more, or says otherwise.

export const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, blockquote, pre";

const LARGEST = 4_000_000;

// All blocks of a page in its order: its elements, what each says by itself, and the ids around it, the nearest first.
export const blocksOf = page => {
  const root = page.querySelector("main") || page.body;
  const elements = [...root.querySelectorAll(BLOCKS)];
  const texts = new Map(elements.map(each => [each, ""]));
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const block = walker.currentNode.parentElement.closest(BLOCKS);
    if (texts.has(block)) texts.set(block, texts.get(block) + walker.currentNode.data);
  }
  return elements.map(each => ({name: each.localName, text: texts.get(each).replace(/\s+/g, " ").trim(), anchors: anchorsOf(each)}));
};

const anchorsOf = element => {
  const found = [];
  for (let each = element; each; each = each.parentElement) if (each.id) found.push(each.id);
  return found;
};

// What has changed: `places` has the new place of each old block, or -1; `changed` are the places of new blocks, and
// `removed` those before which something stood that is gone.
export const compared = (before, after) => {
  const same = (one, other) => before[one].text === after[other].text && before[one].name === after[other].name;
  const places = new Array(before.length).fill(-1);
  let start = 0, oldEnd = before.length, newEnd = after.length;
  while (start < oldEnd && start < newEnd && same(start, start)) { places[start] = start; start++; }
  while (oldEnd > start && newEnd > start && same(oldEnd - 1, newEnd - 1)) places[--oldEnd] = --newEnd;
  for (const [one, other] of common(start, oldEnd, start, newEnd, same)) places[one] = other;
  const kept = new Set(places), changed = [], removed = [];
  for (let at = start; at < newEnd; at++) if (!kept.has(at) && after[at].text) changed.push(at);
  const isChanged = new Set(changed);
  let next = start;
  for (let at = start; at < oldEnd; at++) {
    if (places[at] >= 0) next = places[at] + 1;
    else if (before[at].text && !isChanged.has(next) && removed.at(-1) !== next) removed.push(next);
  }
  return {places, changed, removed: removed.filter(at => at < after.length)};
};

// The longest common row of two stretches, as pairs of places; none where they are too long to look for it.
const common = (oldStart, oldEnd, newStart, newEnd, same) => {
  const rows = oldEnd - oldStart, columns = newEnd - newStart, width = columns + 1;
  if (!rows || !columns || rows * columns > LARGEST) return [];
  const longest = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      longest[row * width + column] = same(oldStart + row, newStart + column)
        ? longest[(row + 1) * width + column + 1] + 1
        : Math.max(longest[(row + 1) * width + column], longest[row * width + column + 1]);
    }
  }
  const pairs = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (same(oldStart + row, newStart + column)) pairs.push([oldStart + row++, newStart + column++]);
    else if (longest[(row + 1) * width + column] >= longest[row * width + column + 1]) row++;
    else column++;
  }
  return pairs;
};
