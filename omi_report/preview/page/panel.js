// The panel of problems: each with its place, which opens in the editor, and what to do about it.

const WORDS = {error: ["error", "errors"], warning: ["warning", "warnings"], info: ["note", "notes"]};

export const make = (name, values = {}, ...children) => {
  const made = Object.assign(document.createElement(name), values);
  made.append(...children);
  return made;
};

// How many problems there are, in words: “1 error, 2 warnings”.
export const tally = counts => Object.entries(counts)
  .filter(([, count]) => count)
  .map(([severity, count]) => `${count} ${WORDS[severity][count === 1 ? 0 : 1]}`)
  .join(", ");

const excerptOf = problem => {
  const text = problem.excerpt.trimStart(), indent = problem.excerpt.length - text.length;
  const start = Math.max(0, problem.column - 1 - indent), end = start + problem.length;
  const from = start > 60 ? start - 40 : 0, to = Math.min(text.length, end + 60);
  return make("pre", {}, from ? "… " : "", text.slice(from, start), make("mark", {textContent: text.slice(start, end) || " "}),
    text.slice(end, to), to < text.length ? " …" : "");
};

const itemOf = (problem, deeds) => {
  const item = make("li", {tabIndex: -1},
    make("p", {},
      make("span", {className: `severity ${problem.severity}`, textContent: WORDS[problem.severity][0]}), " ",
      make("span", {className: "code", textContent: problem.code}), ` ${problem.message}`));
  if (problem.excerpt) item.append(excerptOf(problem));
  if (problem.hint) item.append(make("p", {className: "hint", textContent: problem.hint}));
  const place = deeds.open && problem.can_open
    ? make("button", {type: "button", className: "place", textContent: problem.place, title: "Open in the editor"})
    : make("span", {className: "place", textContent: problem.place});
  if (place.localName === "button") place.addEventListener("click", () => deeds.open(problem));
  const row = make("div", {className: "deeds"}, place);
  if (deeds.canShow(problem)) {
    const show = make("button", {type: "button", textContent: "Show"});
    show.setAttribute("aria-label", `Show in the report: ${problem.message}`);
    show.addEventListener("click", () => deeds.show(problem));
    row.append(show);
  }
  item.append(row);
  return item;
};

// Fill the panel. `deeds` are what its buttons do: open, show, and canShow, which says whether the report has the place.
export const fill = (told, deeds) => {
  const at = id => document.getElementById(id);
  const count = Object.values(told.counts).reduce((sum, each) => sum + each, 0), left = count - told.problems.length;
  at("remarks").replaceChildren(...told.remarks.map(textContent => make("li", {textContent})));
  at("problems").replaceChildren(...told.problems.map(each => itemOf(each, deeds)));
  at("no-problems").hidden = Boolean(count + told.remarks.length);
  at("left").hidden = !left;
  at("left").textContent = left ? `There are ${left} more: omi validate shows them all.` : "";
};
