// The providers' own SDKs sign bodies and judge what was signed for the same bodies elsewhere. Reads and prints one
// object; says 'accepted' or why not. OpenAI's and ElevenLabs' SDKs verify and have nothing that signs.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';
import { AccessToken, WebhookReceiver } from 'livekit-server-sdk';
import OpenAI from 'openai';
import { Webhook } from 'standardwebhooks';

const { bodies, livekit, elevenlabs, openai } = JSON.parse(readFileSync(0, 'utf8'));

const receiver = new WebhookReceiver(livekit.key, livekit.secret);
const standard = new Webhook(openai.secret);
const { webhooks: openaiWebhooks } = new OpenAI({ apiKey: 'not needed', webhookSecret: openai.secret });
const { webhooks: elevenlabsWebhooks } = new ElevenLabsClient({ apiKey: 'not needed' });

const verdict = async (judge) => {
  try {
    await judge();
    return 'accepted';
  } catch ({ message }) {
    return message;
  }
};

const judged = (headers, judge) => Promise.all(bodies.map((body, at) => verdict(() => judge(body, headers[at]))));

const livekitSigned = (body) => {
  const token = new AccessToken(livekit.key, livekit.secret, { ttl: '5m' });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
};

const standardSigned = (body, at) => {
  const now = new Date();
  return {
    'webhook-id': `wh_${at}`,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': standard.sign(`wh_${at}`, now, body),
  };
};

const judge = {
  livekit: (body, token) => receiver.receive(body, token),
  elevenlabs: (body, header) => elevenlabsWebhooks.constructEvent(body, header, elevenlabs.secret),
  openai: async (body, headers) => {
    await openaiWebhooks.verifySignature(body, headers);
    return openaiWebhooks.unwrap(body, headers);
  },
  standard: async (body, headers) => standard.verify(body, headers),
};
const other = (body) => `${body} `;

console.log(
  JSON.stringify({
    livekit: {
      signed: await Promise.all(bodies.map(livekitSigned)),
      verdicts: await judged(livekit.signed, judge.livekit),
      ofOthers: await judged(livekit.signed, (body, token) => judge.livekit(other(body), token)),
    },
    elevenlabs: {
      verdicts: await judged(elevenlabs.signed, judge.elevenlabs),
      ofOthers: await judged(elevenlabs.signed, (body, header) => judge.elevenlabs(other(body), header)),
    },
    openai: {
      verdicts: await judged(openai.signed, judge.openai),
      ofOthers: await judged(openai.signed, (body, headers) => judge.openai(other(body), headers)),
    },
    standard: {
      signed: bodies.map(standardSigned),
      verdicts: await judged(openai.signed, judge.standard),
      ofOthers: await judged(openai.signed, (body, headers) => judge.standard(other(body), headers)),
    },
  }),
);
