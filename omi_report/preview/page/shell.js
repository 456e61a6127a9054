// The page around a report: it is told what is known of the files, shows the newest one, and keeps the reader's place.

import {blocksOf, compared} from "./blocks.js";
import {Marks, asPrinted, hasPlace, inPlace, keepLinksInside, loaded, placeIn, restore, restoreFocus, showPlace} from "./frames.js";
import {fill, make, tally} from "./panel.js";

const views = JSON.parse(document.getElementById("views").textContent);
const at = id => document.getElementById(id);
const stage = at("stage");

const asked = new URLSearchParams(location.search);
const view = {
  options: views.choices.map(({options}, number) => {
    const given = asked.getAll("option")[number];
    return given in options ? given : Object.keys(options)[0];
  }),
  isPdf: asked.has("pdf"), isPrint: asked.has("print"), isPhone: asked.has("phone"),
};
const variant = () => views.variants.find(each => each.options.every((option, number) => option === view.options[number]));

let source;             // tells of the files
let told;               // what it told last
let shown = null;       // {name, version, frame, marks, blocks}: what is seen now
let place = null;       // the reader's place in the last page that was seen
let pending = false;    // whether a newer file is being loaded
let blocks = [];        // those of the last page
let known = "";         // the name and version of that page
let change = {changed: [], removed: []};
let nextChange = 0;
let wasStopped = false; // whether the last build was stopped by errors

// ---- what is looked at

const listen = () => {
  source?.close();
  const names = view.isPdf ? [variant().page, variant().printed] : [variant().page];
  source = new EventSource("events?" + new URLSearchParams(names.map(name => ["file", name])));
  source.addEventListener("message", event => { told = JSON.parse(event.data); update(); });
  source.addEventListener("error", () => banner("omi preview has ended, or cannot be reached. What you see is the last state."));
};

const look = () => {
  const search = new URLSearchParams(view.options.map(each => ["option", each]));
  for (const [name, isOn] of [["pdf", view.isPdf], ["print", view.isPrint], ["phone", view.isPhone]]) if (isOn) search.set(name, "");
  history.replaceState(null, "", "?" + search);
  at("as-page").setAttribute("aria-pressed", String(!view.isPdf));
  at("as-pdf").setAttribute("aria-pressed", String(view.isPdf));
  inSamePlace(() => {
    stage.classList.toggle("phone", view.isPhone && !view.isPdf);
    stage.classList.toggle("print", view.isPrint && !view.isPdf);
    if (shown?.marks) asPrinted(shown.frame, view.isPrint);
  });
};

const inSamePlace = change => shown?.marks ? inPlace(shown.frame, change) : change();

// ---- what is told

const banner = text => {
  at("banner").hidden = !text;
  if (at("banner").textContent !== text) at("banner").textContent = text;
};

const update = () => {
  const page = told.files[variant().page], file = told.files[view.isPdf ? variant().printed : variant().page];
  if (!file) return;
  const hasStopped = page.is_known && !page.is_made, count = tally(told.counts);
  const problems = at("to-problems");
  problems.textContent = count || (told.remarks.length ? `${told.remarks.length} remarks`.replace(/^(1 remark)s/, "$1") : "No problems");
  problems.dataset.worst = told.counts.error || hasStopped ? "error" : told.counts.warning || told.remarks.length ? "warning" : "";
  at("status").textContent = file.is_building ? (view.isPdf && !page.is_building ? "Laying out the PDF …" : "Building …")
    : hasStopped ? "Not built" : file.is_known ? `Built at ${file.when} in ${file.seconds.toFixed(1)} s` : "";
  const why = count || told.remarks[0] || "see the problems";
  banner(!hasStopped || page.is_building ? (hasStopped ? at("banner").textContent : "")
    : file.version ? `This is the report of ${file.when}. It cannot be built again: ${why}.` : `There is no report yet: ${why}.`);
  document.title = (hasStopped ? "Errors: " : "") + views.title;
  at("waiting").textContent = hasStopped ? "There is no report to show yet." : view.isPdf ? "The pages of the PDF are being laid out. The first time this takes a while." : "The report is being built …";
  refill();
  if (!page.is_building) {
    if (hasStopped && !wasStopped) openPanel(true, "errors");
    else if (!hasStopped && panelFor === "errors") openPanel(false);
    wasStopped = hasStopped;
  }
  show();
};

const refill = () => {
  if (!told) return;
  const frame = shown?.marks ? shown.frame : null;
  fill(told, {
    open: views.editor ? openInEditor : null,
    canShow: problem => Boolean(frame && hasPlace(frame, problem.anchors)),
    show: problem => showPlace(shown.frame, problem.anchors),
  });
  if (shown?.marks) {
    shown.marks.problems = told.problems;
    shown.marks.draw();
  }
};

// ---- what is shown

const addressOf = (name, version) => `${encodeURIComponent(name)}?version=${version}`;

const compare = async (name, version) => {
  if (known === `${name} ${version}`) return;
  const text = await (await fetch(addressOf(name, version))).text();
  // without its styles, of which the policy of this page would complain
  const bare = text.replace(/<style\b[^]*?<\/style>| style=("[^"]*"|[^\s>]+)/g, "");
  const found = blocksOf(new DOMParser().parseFromString(bare, "text/html"));
  // what another variant says otherwise is no change of the report
  change = known.startsWith(`${name} `) ? compared(blocks, found) : {changed: [], removed: []};
  [blocks, known, nextChange] = [found, `${name} ${version}`, 0];
};

const show = async () => {
  if (pending) return;
  pending = true;
  try {
    for (let wanted = newest(); wanted && !(shown?.name === wanted.name && shown.version === wanted.version); wanted = newest()) await showFile(wanted);
  } catch (error) {
    console.error(error);  // where the server is gone, the event source says so to the reader
  } finally {
    pending = false;
  }
};

const newest = () => {
  const page = told.files[variant().page], name = view.isPdf ? variant().printed : variant().page, file = told.files[name];
  at("waiting").hidden = Boolean(file?.version || (shown && !view.isPdf));
  if (!file?.version) return null;
  return {name, version: file.version, isPdf: view.isPdf, page: variant().page, pageVersion: page.version};
};

const showFile = async wanted => {
  if (wanted.pageVersion) await compare(wanted.page, wanted.pageVersion);
  const anchors = changedAnchors();
  const hash = wanted.isPdf && anchors.length ? `#nameddest=${encodeURIComponent(anchors[0])}` : "";
  const frame = await loaded(stage, addressOf(wanted.name, wanted.version) + hash, !wanted.isPdf, views.title);
  const before = shown;
  if (before?.marks) place = {...placeIn(before.frame), blocks: before.blocks};
  let marks = null;
  if (!wanted.isPdf) {
    asPrinted(frame, view.isPrint);
    keepLinksInside(frame);
    marks = new Marks(frame, focusProblem);
    [marks.changed, marks.removed] = [change.changed, change.removed];
    if (place) restore(frame, place, compared(place.blocks, blocks).places);
  }
  frame.classList.remove("waiting");
  shown = {name: wanted.name, version: wanted.version, frame, marks, blocks};
  if (place && marks) restoreFocus(frame, place);
  before?.frame.remove();
  const button = at("next-change"), count = marks ? marks.count : 0;
  button.hidden = !count;
  button.textContent = `${count} change${count === 1 ? "" : "s"}`;
  button.title = "Go to the next change";
  stage.dataset.version = wanted.version;
  refill();
};

const changedAnchors = () => blocks[change.changed[0] ?? change.removed[0]]?.anchors || [];

// ---- the panel

let panelFor = "";
const openPanel = (isOpen, reason = "user") => {
  if (isOpen && !at("panel").hidden) return;
  panelFor = isOpen ? reason : "";
  inSamePlace(() => { at("panel").hidden = !isOpen; });
  at("to-problems").setAttribute("aria-expanded", String(isOpen));
};

const focusProblem = problem => {
  openPanel(true);
  const number = told.problems.findIndex(each => each.place === problem.place && each.message === problem.message);
  const item = at("problems").children[number];
  item?.scrollIntoView({block: "nearest"});
  item?.focus();
};

const openInEditor = async problem => {
  const {file, line, column} = problem;
  try {
    const answer = await fetch("open", {method: "POST", headers: {"Omi-Token": views.token, "Content-Type": "application/json"}, body: JSON.stringify({file, line, column})});
    at("status").textContent = answer.ok ? `${file}:${line} was opened in the editor` : (await answer.text()).trim();
  } catch {
    at("status").textContent = "omi preview cannot be reached";
  }
};

// ---- what the user does

views.choices.forEach(({label, options}, number) => {
  const select = make("select", {}, ...Object.entries(options).map(([value, text]) => make("option", {value, textContent: text})));
  select.value = view.options[number];
  select.addEventListener("change", () => { view.options[number] = select.value; look(); listen(); });
  at("choices").append(make("label", {}, label, select));
});
for (const [id, isPdf] of [["as-page", false], ["as-pdf", true]]) {
  at(id).addEventListener("click", () => { if (view.isPdf !== isPdf) { view.isPdf = isPdf; look(); listen(); } });
}
for (const [id, name, other] of [["print-view", "isPrint", "isPhone"], ["phone-width", "isPhone", "isPrint"]]) {
  at(id).checked = view[name];
  at(id).addEventListener("change", () => {
    view[name] = at(id).checked;
    if (view[name]) view[other] = false;
    at("print-view").checked = view.isPrint;
    at("phone-width").checked = view.isPhone;
    look();
  });
}
at("next-change").addEventListener("click", () => shown?.marks?.showChange(nextChange++ % shown.marks.count));
at("to-problems").addEventListener("click", () => { openPanel(at("panel").hidden); if (!at("panel").hidden) at("panel-heading").focus(); });
at("close-panel").addEventListener("click", () => { openPanel(false); at("to-problems").focus(); });
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  if (at("view").open) { at("view").open = false; at("view").querySelector("summary").focus(); }
  else if (!at("panel").hidden) { openPanel(false); at("to-problems").focus(); }
});
window.addEventListener("blur", () => { if (document.activeElement?.localName === "iframe") at("view").open = false; });
document.addEventListener("pointerdown", event => { if (!at("view").contains(event.target)) at("view").open = false; });

look();
listen();
