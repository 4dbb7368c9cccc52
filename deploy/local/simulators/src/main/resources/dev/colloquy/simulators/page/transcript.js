import { element } from "./api.js";

const list = document.getElementById("transcript");
const shown = new Set();

export function clearTranscript() {
  shown.clear();
  list.replaceChildren();
}

/** Shows what a journal entry tells of what was said, if it does. */
export function readTranscript({ provider, detail }) {
  for (const { key, role, text } of said(provider, detail)) {
    if (!shown.has(key)) {
      shown.add(key);
      list.append(
        element("li", { className: role }, element("span", { className: "who" }, role), element("p", {}, text)),
      );
      list.scrollTop = list.scrollHeight;
    }
  }
}

function said(provider, detail) {
  if (provider === "openai" && detail.transcript) {
    const role = detail.type.startsWith("conversation.item.input_audio") ? "candidate" : "interviewer";
    return [{ key: detail.item_id, role, text: detail.transcript }];
  }
  const conversation = detail.body?.data;
  if (provider === "elevenlabs" && Array.isArray(conversation?.transcript)) {
    return conversation.transcript
      .filter(turn => turn.message)
      .map((turn, place) => ({
        key: `${conversation.conversation_id} ${place}`,
        role: turn.role === "user" ? "candidate" : "interviewer",
        text: turn.message,
      }));
  }
  return [];
}
