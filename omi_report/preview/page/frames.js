// The frame that shows a page: the reader's place in it, what is marked beside it, and how it is changed for another.

import {BLOCKS} from "./blocks.js";

const STYLE = `
  :host { position: absolute; top: 0; left: 0; width: 0; height: 0; --mark: #c2410c; --error: #a8201a; --warning: #7a4a00; --info: #2a5580; --on: #fff }
  @media (prefers-color-scheme: dark) { :host { --mark: #fb923c; --error: #ff9d94; --warning: #f2bd6b; --info: #9cc7f2; --on: #16191b } }
  @media print { :host { display: none } }
  .bar, .gone { position: absolute; width: 5px; background: var(--mark); border-radius: 2px }
  .gone { width: 18px; height: 5px }
  button { position: absolute; z-index: 2; min-width: 26px; height: 26px; padding: 0 6px; border: 2px solid var(--on); border-radius: 13px;
    color: var(--on); font: 700 13px/1 system-ui, sans-serif; cursor: pointer }
  .error { background: var(--error) } .warning { background: var(--warning) } .info { background: var(--info) }
  button:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
`;

const blocksIn = page => [...(page.querySelector("main") || page.body).querySelectorAll(BLOCKS)];

// Load a file into a frame that is not seen yet. A page may run its own script, and open nothing in this window's place.
export const loaded = (stage, address, isPage, title) => new Promise(resolve => {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.className = "waiting";
  if (isPage) frame.sandbox = "allow-same-origin allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";
  frame.addEventListener("load", () => resolve(frame), {once: true});
  frame.src = address;
  stage.append(frame);
});

// Where the reader is: the first block that is seen, how far from the top it stands, what is open, and what has the focus.
export const placeIn = frame => {
  const view = frame.contentWindow, page = frame.contentDocument;
  const all = blocksIn(page);
  const isSeen = each => each.getClientRects().length && each.getBoundingClientRect().bottom > 90 && !isStuck(each, view);
  const at = view.scrollY < 1 ? -1 : all.findIndex(isSeen);
  const focused = page.activeElement, search = page.querySelector("input[type=search]");
  return {
    block: at,
    top: at < 0 ? 0 : all[at].getBoundingClientRect().top,
    open: [...page.querySelectorAll("details")].map(each => each.open),
    focus: focused && focused !== page.body ? focusables(page).indexOf(focused) : -1,
    had_focus: document.activeElement === frame,
    sought: search ? search.value : "",
  };
};

// Whether an element stays where it is when the page is scrolled, as a list of contents does.
const isStuck = (element, view) => {
  for (let each = element; each; each = each.parentElement) if (/sticky|fixed/.test(view.getComputedStyle(each).position)) return true;
  return false;
};

const focusables = page => [...page.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];

// Change how wide a frame is, or its styles, and leave its reader in the same place.
export const inPlace = (frame, change) => {
  const place = placeIn(frame);
  change();
  frame.getBoundingClientRect();  // so that its page is laid out for its new width
  restore(frame, place, blocksIn(frame.contentDocument).map((_, at) => at));
};

// Bring a reader to the same place of a new page; `places` has the new place of each block of the old one.
export const restore = (frame, place, places) => {
  const view = frame.contentWindow, page = frame.contentDocument;
  const details = [...page.querySelectorAll("details")];
  if (details.length === place.open.length) details.forEach((each, at) => { each.open = place.open[at]; });
  const search = page.querySelector("input[type=search]");
  if (search && place.sought) search.value = place.sought;
  let at = place.block;
  while (at >= 0 && (places[at] ?? -1) < 0) at--;
  const block = at >= 0 ? blocksIn(page)[places[at]] : null;
  if (block) view.scrollTo({top: view.scrollY + block.getBoundingClientRect().top - place.top, behavior: "instant"});
};

export const restoreFocus = (frame, place) => {
  if (!place.had_focus) return;
  frame.focus();
  focusables(frame.contentDocument)[place.focus]?.focus({preventScroll: true});
};

// Scroll to the first of some ids that the page has. Returns whether it has one.
export const showPlace = (frame, anchors) => {
  const place = anchors.map(each => frame.contentDocument.getElementById(each)).find(Boolean);
  if (!place) return false;
  for (let each = place.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  place.scrollIntoView({block: "center", behavior: "instant"});
  return true;
};

export const hasPlace = (frame, anchors) => anchors.some(each => frame.contentDocument.getElementById(each));

// Show a page as it is printed, or as it is on the screen again: the media of its styles change places.
export const asPrinted = (frame, isPrinted) => {
  const page = frame.contentDocument, root = page.documentElement;
  if (Boolean(root.dataset.printed) === isPrinted) return;
  root.dataset.printed = isPrinted ? "yes" : "";
  const swap = rules => {
    for (const rule of rules) {
      if (rule.media) rule.media.mediaText = rule.media.mediaText.replace(/\b(print|screen)\b/g, word => word === "print" ? "screen" : "print");
      if (rule.cssRules) swap(rule.cssRules);
    }
  };
  for (const sheet of page.styleSheets) swap(sheet.cssRules);
  root.style.padding = isPrinted ? "20mm" : "";
};

// Links to elsewhere open beside this page; those within the report stay in it.
export const keepLinksInside = frame => {
  frame.contentDocument.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.hasAttribute("download") || /^(#|data:)/.test(link.getAttribute("href"))) return;
    event.preventDefault();
    window.open(link.href, "_blank", "noopener");
  });
};

// What stands beside the text: a bar at each block that has changed, and a sign at each place with problems.
export class Marks {
  constructor(frame, onProblem) {
    this.frame = frame;
    this.onProblem = onProblem;
    this.changed = [];
    this.removed = [];
    this.problems = [];
    const page = frame.contentDocument, host = page.createElement("div");
    this.root = host.attachShadow({mode: "open"});
    const sheet = new frame.contentWindow.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.root.adoptedStyleSheets = [sheet];
    host.dataset.omiMarks = "";
    page.body.append(host);
    new frame.contentWindow.ResizeObserver(() => this.draw()).observe(page.body);
    page.addEventListener("toggle", () => this.draw(), true);
  }

  get count() { return this.changed.length + this.removed.length; }

  showChange(number) {
    const at = [...this.changed, ...this.removed].sort((one, other) => one - other)[number];
    blocksIn(this.frame.contentDocument)[at]?.scrollIntoView({block: "center", behavior: "instant"});
  }

  draw() {
    const page = this.frame.contentDocument, view = this.frame.contentWindow;
    const all = blocksIn(page), pieces = [];
    const bounds = page.documentElement.getBoundingClientRect();
    // where the body is placed, absolute places are counted from it
    const origin = this.root.host.getBoundingClientRect();
    const root = page.querySelector("main") || page.body;
    const put = (name, block, height) => {
      if (!block?.getClientRects().length) return;
      const box = block.getBoundingClientRect(), piece = page.createElement("div");
      let part = block;
      while (part.parentElement !== root && part.parentElement !== page.body) part = part.parentElement;
      const edge = part.getBoundingClientRect().left + parseFloat(view.getComputedStyle(part).paddingLeft);
      const left = Math.max(bounds.left + 3, Math.min(edge, box.left) - 14);
      piece.className = name;
      Object.assign(piece.style, {left: `${left - origin.left}px`, top: `${box.top - origin.top}px`, height: `${height || box.height}px`});
      pieces.push(piece);
    };
    for (const at of this.changed) put("bar", all[at], 0);
    for (const at of this.removed) put("gone", all[at], 5);
    const byPlace = Map.groupBy(this.problems, each => each.anchors.map(id => page.getElementById(id)).find(Boolean));
    for (const [place, problems] of byPlace) {
      if (!place?.getClientRects().length) continue;
      const box = place.getBoundingClientRect(), sign = page.createElement("button");
      const right = Math.min(box.right + 8, view.innerWidth - 48, bounds.right - 34);
      sign.type = "button";
      sign.className = problems[0].severity;
      sign.textContent = problems.length > 1 ? `! ${problems.length}` : "!";
      sign.setAttribute("aria-label", `${problems[0].severity}: ${problems[0].message}` + (problems.length > 1 ? `, and ${problems.length - 1} more` : ""));
      sign.title = problems.map(each => each.message).join("\n");
      Object.assign(sign.style, {left: `${right - origin.left}px`, top: `${box.top - origin.top}px`});
      sign.addEventListener("click", () => this.onProblem(problems[0]));
      pieces.push(sign);
    }
    this.root.replaceChildren(...pieces);
  }
}
