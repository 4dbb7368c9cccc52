import { call, element, onSubmit } from "./api.js";

const byId = id => document.getElementById(id);
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, "0")).join("");

/** The form that starts interviews. `follow` shows the journal of what was started. */
export async function prepareStart(follow) {
  const { scripts, candidates } = await call("GET", "/scripts");
  byId("script").append(...scripts.map(script => new Option(script.name)));
  byId("candidate").append(
    ...candidates.map(candidate => new Option(candidate.name)),
  );
  const describe = () => {
    const chosen = candidates.find(candidate => candidate.name === byId("candidate").value);
    byId("candidate-text").textContent = `This candidate ${chosen.text}.`;
  };
  byId("candidate").addEventListener("change", describe);
  describe();
  const starts = { elevenlabs: startConversation, openai: startCall, livekit: openRoom };
  onSubmit(byId("start"), byId("start-answer"), async wanted => {
    const id = await starts[wanted.provider](wanted);
    follow(id);
    return `${id} is on.`;
  });
  byId("for-all").addEventListener("click", async () => {
    await choose("default", Object.fromEntries(new FormData(byId("start"))));
    byId("start-answer").textContent = "All other calls play this script now.";
  });
}

function choose(id, { script, candidate, seed }) {
  return call("PUT", `/scripts/${id}`, { script, candidate, seed: Number(seed) });
}

async function startConversation(wanted) {
  const id = `conv_${newId()}`;
  await choose(id, wanted);
  await call("POST", "/elevenlabs/conversations", {
    conversation_id: id,
    agent_id: "agent_of_the_page",
    dynamic_variables: { client_session_id: newId() },
  });
  return id;
}

async function startCall(wanted) {
  const id = `rtc_${newId()}`;
  await choose(id, wanted);
  await call("POST", "/openai/calls", { call_id: id });
  return id;
}

async function openRoom() {
  const room = `page-${newId()}`;
  const { token } = await call("POST", "/livekit/token", { room, identity: "candidate" });
  await call("POST", "/livekit/join", { token });
  return room;
}

/** What lives now, each with what can be done to it. */
export async function showWhatIsOn(follow) {
  const [{ rooms }, { conversations }, { calls }] = await Promise.all([
    call("GET", "/livekit/rooms"),
    call("GET", "/elevenlabs/conversations"),
    call("GET", "/openai/calls"),
  ]);
  byId("on").replaceChildren(
    ...rooms.map(room => card("LiveKit room", room.name, follow, people(room), ...leaving(room))),
    ...conversations
      .filter(conversation => conversation.status !== "done")
      .map(conversation => card("ElevenLabs conversation", conversation.conversation_id, follow, conversation.status, ...ending(conversation))),
    ...calls.map(each => card("OpenAI call", each.call_id, follow, each.media ? "with sound" : "without sound", ...ways(each))),
  );
}

function card(kind, id, follow, text, ...actions) {
  return element(
    "li",
    {},
    element("strong", {}, kind),
    element("p", {}, id),
    element("p", { className: "hint" }, text),
    element("div", { className: "actions" }, button("Follow", id, () => follow(id)), ...actions),
  );
}

function people(room) {
  const names = (room.participants ?? []).map(participant => participant.identity);
  return names.length ? `with ${names.join(", ")}` : "empty";
}

function leaving(room) {
  const leave = (identity, reason) => () => call("POST", "/livekit/leave", { room: room.name, identity, reason });
  return (room.participants ?? [])
    .filter(participant => (participant.kind ?? "STANDARD") === "STANDARD")
    .flatMap(({ identity }) => [
      button("Hang up", identity, leave(identity, "CLIENT_INITIATED")),
      button("Lose the network", identity, leave(identity, "CONNECTION_TIMEOUT")),
    ]);
}

function ending({ conversation_id: id, status }) {
  return status === "in-progress" ? [button("Hang up", id, () => call("POST", `/elevenlabs/conversations/${id}/end`))] : [];
}

function ways({ call_id: id }) {
  return [
    button("Hang up", id, () => call("POST", `/openai/calls/${id}/hang-up`)),
    button("Lose the network", id, () => call("POST", `/openai/calls/${id}/lose`)),
  ];
}

function button(text, about, onclick) {
  return element("button", { type: "button", className: "quiet", ariaLabel: `${text}: ${about}`, onclick }, text);
}
