// What makes a page easier to use. Everything can be read and reached without it.
"use strict";
(() => {
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (name, values = {}, ...children) => {
  const made = Object.assign(document.createElement(name), values);
  made.append(...children);
  return made;
};
const plain = text => text.replace(/\s+/g, " ").trim();
const tools = document.querySelector(".tools"), words = tools.dataset;

// The places of the report that have an address, and what each is called.
// A note is none: what refers to it leads there and back.
const PLACES = "main :is(section, article, figure, li:not(.notes li), .table-frame)[id]";
const headOf = place => place.querySelector(
  ":scope > :is(h2, h3, h4, h5, h6), :scope > header > :is(h2, h3, h4, h5, h6), :scope > div > :is(h2, h3, h4, h5, h6), "
  + ":scope > figcaption, :scope > table > caption");
const nameOf = place => {
  const head = headOf(place);
  if (head) return plain(head.textContent);
  const list = place.parentElement, letter = place.querySelector(":scope > :is(b, .letter)");
  const sign = letter ? letter.textContent : (list.start || 1) + [...list.children].indexOf(place);
  const above = list.previousElementSibling, around = place.parentElement.closest("article, section");
  const outer = around && headOf(around), label = outer?.querySelector(".label");
  const heads = [label || outer, above && /^H\d$/.test(above.tagName) && above !== outer ? above : null];
  return plain(heads.map(each => each?.textContent || "").join(" ") + " " + sign);
};
const places = new Map(all(PLACES).filter(each => !each.closest("nav")).map(each => [each, nameOf(each)]));

// A link to each place that can be copied.
for (const [place, name] of places) {
  const link = make("a", {className: "permalink", href: "#" + encodeURI(place.id), textContent: "#"});
  link.setAttribute("aria-label", words.link.replace("*", name));
  const head = headOf(place);
  if (head && head.matches(":is(h2, h3, h4, h5, h6)")) head.before(link);
  else place.prepend(link);
}

// The figures of each chart for spreadsheets, which are told that what begins like a formula is none.
const archive = document.getElementById("report-figures");
const valueOf = cell => {
  const bare = cell.cloneNode(true);
  for (const each of all("svg", bare)) each.remove();
  const text = plain(bare.textContent), safe = /^[-+=@]/.test(text) && isNaN(text) ? "'" + text : text;
  return /[",]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
for (const chart of all("figure.chart")) {
  const lines = all("tr", chart).map(row => [...row.cells].map(valueOf).join(",") + "\r\n");
  const link = make("a", {className: "to-csv", textContent: "CSV"});
  link.href = "data:text/csv;charset=utf-8," + encodeURIComponent("\ufeff" + lines.join(""));
  link.download = (archive ? archive.download.replace("figures.zip", "") : "") + chart.id + ".csv";
  link.setAttribute("aria-label", words.csv.replace("*", places.get(chart)));
  chart.append(link);
}

// The contents say where the reader is: at what stands at a line in the upper part of the window. The last places of a
// page never come up to it: there, the one that a link led to.
const entries = new Map(all(".contents .contents-list a").map(each => [document.getElementById(decodeURI(each.hash).slice(1)), each]));
entries.delete(null);
const crossing = new Set();
let current;
const follow = () => {
  const atEnd = window.innerHeight + window.scrollY > document.documentElement.scrollHeight - 4;
  const entry = (atEnd && entries.get(document.querySelector(":target")))
    || entries.get([...entries.keys()].filter(each => crossing.has(each)).pop());
  if (!entry || entry === current) return;
  current?.removeAttribute("aria-current");
  current = entry;
  current.setAttribute("aria-current", "location");
  const frame = current.closest(".contents"), outer = frame.getBoundingClientRect(), inner = current.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - outer.height / 3;
};
const observer = new IntersectionObserver(changes => {
  for (const each of changes) crossing[each.isIntersecting ? "add" : "delete"](each.target);
  follow();
}, {rootMargin: "-20% 0px -79.9%"});
for (const each of entries.keys()) observer.observe(each);
window.addEventListener("hashchange", follow);
document.addEventListener("scrollend", follow);

// What an abbreviation stands for, for those who cannot point at it: beside it, until it is tapped again.
document.getElementById("main").addEventListener("click", event => event.target.closest("abbr[title]")?.toggleAttribute("data-open"));

// Printing
const print = tools.querySelector("button");
print.hidden = false;
print.addEventListener("click", () => window.print());

// Search: the places whose words have all that is asked for, those first whose names have it.
const MOST = 40, AROUND = 70;
const search = tools.querySelector("[role=search]"), field = search.querySelector("input");
const found = search.querySelector("div"), status = search.querySelector("p"), list = search.querySelector("ul");
// As many characters as there were, so that a place in one is a place in the other.
const folded = text => text.toLowerCase().replace(/[^\x00-\x7f]/g, each => ({"\u2019": "'", "\u2018": "'", "\u00a0": " "})[each] || each.normalize("NFD")[0]);
let index;
const indexed = () => {
  const texts = new Map([...places.keys()].map(each => [each, ""]));
  const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    const place = around.closest(PLACES);
    if (!texts.has(place) || around.closest(".permalink, .letter, .findings > li > b, .to-csv, nav") || headOf(place)?.contains(around)) continue;
    texts.set(place, texts.get(place) + walker.currentNode.data + (around.closest("td, th") ? " " : ""));
  }
  return [...places].map(([place, name]) => {
    const text = plain(texts.get(place));
    return {place, name, text, inName: folded(name), inText: folded(text)};
  });
};
const excerpt = (each, asked) => {
  const at = asked.map(word => each.inText.indexOf(word)).filter(place => place >= 0);
  const first = at.length ? Math.min(...at) : 0;
  const from = first > AROUND ? each.text.lastIndexOf(" ", first - AROUND / 2) + 1 : 0, to = first + 2 * AROUND;
  const end = each.text.length > to ? each.text.lastIndexOf(" ", to) : each.text.length;
  const pieces = [from ? "\u2026 " : ""];
  for (let here = from; here < end;) {
    const next = asked.map(word => [each.inText.indexOf(word, here), word]).filter(([place]) => place >= 0 && place < end);
    if (!next.length) { pieces.push(each.text.slice(here, end)); break; }
    const [place, word] = next.sort((one, other) => one[0] - other[0])[0];
    pieces.push(each.text.slice(here, place), make("mark", {}, each.text.slice(place, place + word.length)));
    here = place + word.length;
  }
  return make("span", {}, ...pieces, end < each.text.length ? " \u2026" : "");
};
const look = () => {
  index ??= indexed();
  const asked = folded(plain(field.value)).split(" ").filter(Boolean);
  const meant = asked.join("").length > 1;
  const hits = meant ? index.filter(each => asked.every(word => (each.inName + " " + each.inText).includes(word))) : [];
  const rank = each => asked.every(word => each.inName.includes(word)) ? 0 : 1;
  hits.sort((one, other) => rank(one) - rank(other));
  list.replaceChildren(...hits.slice(0, MOST).map(each => make("li", {},
    make("a", {href: "#" + encodeURI(each.place.id)}, make("strong", {textContent: each.name}), " ", excerpt(each, asked)))));
  found.hidden = !meant;
  status.textContent = meant ? (hits.length ? words.found.replace("*", hits.length) : words.none) : "";
};
const close = () => { found.hidden = true; };
search.hidden = false;
field.addEventListener("input", look);
field.addEventListener("focus", () => { if (field.value) look(); });
search.addEventListener("keydown", event => {
  const links = all("a", list), at = links.indexOf(document.activeElement);
  if (event.key === "Escape") {
    close();
    field.focus();
    close();
  } else if (event.key === "ArrowDown" || (event.key === "Enter" && document.activeElement === field)) {
    links[at + 1]?.focus();
    event.preventDefault();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (links[at - 1] || field).focus();
    event.preventDefault();
  }
});
list.addEventListener("click", close);
search.addEventListener("focusout", event => { if (event.relatedTarget && !search.contains(event.relatedTarget)) close(); });
document.addEventListener("pointerdown", event => { if (!search.contains(event.target)) close(); });
})();
