import { Conversation } from '@elevenlabs/client';
import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';

globalThis.WebSocket = WebSocket;

const base = process.env.SIMULATORS;
const agentId = 'agent_sdk';
const client = new ElevenLabsClient({ apiKey: process.env.ELEVENLABS_API_KEY, baseUrl: base });
const { conversations } = client.conversationalAi;
const set = (settings) =>
  fetch(`${base}/control/elevenlabs/agents/${agentId}`, { method: 'PUT', body: JSON.stringify(settings) });

const refusal = async (call) => {
  try {
    await call();
    return null;
  } catch (error) {
    return { kind: error.constructor.name, status: error.statusCode, closeCode: error.closeCode, message: error.message };
  }
};

const talk = (options) =>
  new Promise((resolve, reject) => {
    const heard = { messages: [], tools: [], pings: 0 };
    let session = null;
    Conversation.startSession({
      textOnly: true,
      clientTools: {
        show_summary: () => {
          heard.tools.push('show_summary');
          return 'shown';
        },
      },
      onMessage: ({ role, message }) => {
        heard.messages.push({ role, message });
        session?.sendUserMessage(`Answer ${heard.messages.length}.`);
      },
      onPing: () => {
        heard.pings += 1;
      },
      onDisconnect: (details) => resolve({ ...heard, id: session.getId(), details }),
      ...options,
    })
      .then((opened) => {
        session = opened;
        session.sendUserMessage('Answer 0.');
      })
      .catch(reject);
  });

const done = async (id) => {
  for (;;) {
    const conversation = await conversations.get(id);
    if (conversation.status === 'done') return conversation;
    await sleep(20);
  }
};

const minted = await conversations.getWebrtcToken({ agentId, participantName: 'Maria' });
await set({ client_tool: 'show_summary' });
const { signedUrl } = await conversations.getSignedUrl({ agentId, includeConversationId: true });
const talked = await talk({
  signedUrl,
  userId: 'user-7',
  dynamicVariables: { client_session_id: 'session-7', attempt: 2, typed: true },
});
const read = await done(talked.id);
const { otlpTraces: traced } = await conversations.get(talked.id, { format: 'opentelemetry' });
const page = await conversations.list({ agentId, pageSize: 1 });
const next = await conversations.list({ agentId, pageSize: 1, cursor: page.nextCursor });
const usedTwice = await refusal(() => talk({ signedUrl }));
const reusable = (await conversations.getSignedUrl({ agentId })).signedUrl;
const overridden = await refusal(() => talk({ signedUrl: reusable, overrides: { agent: { firstMessage: 'Hi.' } } }));
await set({ allow_overrides: true, public: true });
const open = await talk({
  agentId,
  origin: base.replace('http', 'ws'),
  connectionType: 'websocket',
  overrides: { agent: { firstMessage: 'Hi.' } },
});
const audio = await refusal(() => conversations.audio.get(talked.id));
await conversations.delete(talked.id);

console.log(
  JSON.stringify({
    minted,
    signedUrl,
    talked,
    read,
    traced,
    page,
    next,
    usedTwice,
    overridden,
    open,
    audio,
    deleted: await refusal(() => conversations.get(talked.id)),
    wrongKey: await refusal(() =>
      new ElevenLabsClient({ apiKey: 'wrong', baseUrl: base }).conversationalAi.conversations.list(),
    ),
    noAgent: await refusal(() => conversations.getSignedUrl({ agentId: '' })),
  }),
);
process.exit(0);
