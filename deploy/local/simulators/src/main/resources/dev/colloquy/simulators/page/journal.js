import { element } from "./api.js";

const SHOWN = 500;
const list = document.getElementById("journal");
const count = document.getElementById("count");
const live = document.getElementById("live");
let source;
let entries = 0;

/** Follows the journal with a filter, newest entry first, and gives every entry to `hear`. */
export function followJournal(filter, hear) {
  source?.close();
  list.replaceChildren();
  entries = 0;
  show();
  const wanted = Object.entries(filter).filter(([, value]) => value);
  source = new EventSource(`/control/journal/live?${new URLSearchParams(wanted)}`);
  source.onopen = () => tell("Live", "here");
  source.onerror = () => tell("The simulators do not answer. Trying again …", "away");
  source.onmessage = ({ data }) => {
    const entry = JSON.parse(data);
    list.prepend(row(entry));
    list.children[SHOWN]?.remove();
    entries++;
    show();
    hear(entry);
  };
}

function tell(text, state) {
  live.textContent = text;
  live.className = `live ${state}`;
}

function show() {
  count.textContent = entries === 1 ? "1 entry" : `${entries} entries${entries > SHOWN ? `, the newest ${SHOWN} shown` : ""}`;
}

function row({ at, provider, direction, what, detail }) {
  const content = element("details", {});
  const type = typeof detail.type === "string" ? ` ${detail.type}` : "";
  content.append(
    element(
      "summary",
      {},
      element("time", { dateTime: at }, at.slice(11, 23)),
      element("span", { className: "by" }, `${provider} ${direction}`),
      element("span", { className: "what" }, what + type),
      ...status(detail),
    ),
  );
  content.addEventListener("toggle", () => fill(content, detail), { once: true });
  return element("li", {}, content);
}

function status(detail) {
  if (typeof detail.status !== "number") {
    return [];
  }
  const bad = detail.status === 0 || detail.status >= 400;
  return [element("span", { className: bad ? "status bad" : "status" }, detail.status || "no answer")];
}

function fill(content, detail) {
  content.append(element("pre", { tabIndex: 0 }, JSON.stringify(detail, null, 2)));
}
