import { call, element, onSubmit } from "./api.js";

const byId = id => document.getElementById(id);

/** The form that arms faults, made from the catalogue. */
export async function prepareFaults() {
  const { points, faults } = await call("GET", "/faults/catalogue");
  const kinds = new Map(faults.map(kind => [kind.fault, kind]));
  byId("point").append(...points.map(({ point }) => new Option(point)));
  byId("point").addEventListener("change", () => offerFaults(points, kinds));
  byId("fault").addEventListener("change", () => offerParameters(kinds));
  offerFaults(points, kinds);

  onSubmit(byId("arm"), byId("arm-answer"), async ({ point, fault, match, probability, ...numbers }) => {
    const order = { point, fault, match, probability: Number(probability) };
    Object.entries(numbers).forEach(([name, value]) => {
      order[name] = Number(value);
    });
    const armed = await call("POST", "/faults", order);
    await showFaults();
    return `${armed.id} is armed.`;
  });
  byId("clear").addEventListener("click", async () => {
    await call("DELETE", "/faults");
    await showFaults();
  });
}

function offerFaults(points, kinds) {
  const point = points.find(each => each.point === byId("point").value);
  byId("match-label").textContent = `Only if the ${point.matches} is`;
  byId("fault").replaceChildren(...point.faults.map(fault => new Option(fault)));
  offerParameters(kinds);
}

function offerParameters(kinds) {
  const kind = kinds.get(byId("fault").value);
  byId("fault-text").textContent = `The one that is struck ${kind.text}. “*” stands for anything; 0 times means until it is cleared.`;
  byId("parameters").replaceChildren(
    ...kind.parameters.map(parameter =>
      element(
        "label",
        {},
        `${parameter.name} (${parameter.text})`,
        element("input", {
          name: parameter.name,
          type: "number",
          value: parameter.default,
          min: parameter.least,
          max: parameter.most,
          required: true,
        }),
      ),
    ),
  );
}

/** What is armed and what it struck, newest first. */
export async function showFaults() {
  const { armed, struck } = await call("GET", "/faults");
  byId("armed").replaceChildren(...armed.map(armedFault).reverse());
  byId("struck").replaceChildren(
    ...struck.map(strike => element("li", {}, `${strike.fault} at ${strike.point}: ${strike.subject}`)).reverse(),
  );
}

function armedFault(fault) {
  const times = fault.times === 0 ? "until cleared" : `of ${fault.times}`;
  const remove = element("button", { type: "button", className: "quiet", ariaLabel: `Clear ${fault.id}` }, "Clear");
  remove.addEventListener("click", async () => {
    await call("DELETE", `/faults/${fault.id}`);
    await showFaults();
  });
  const parameters = Object.entries(fault.parameters).map(([name, value]) => `${name} ${value}`);
  return element(
    "li",
    { className: fault.spent ? "spent" : "" },
    element("strong", {}, `${fault.fault} at ${fault.point}`),
    element("p", {}, [`if ${fault.match}`, ...parameters, `probability ${fault.probability}`].join(" · ")),
    element("p", { className: "hint" }, `${fault.id}: struck ${fault.used} ${times}${fault.spent ? ", spent" : ""}`),
    element("div", { className: "actions" }, remove),
  );
}
