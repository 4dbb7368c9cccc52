// The SDK insists on TLS; the simulators are on this machine and have none.
import { connect } from 'node:net';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';

export const openSocket = (connection, client = new OpenAI()) => {
  const { hostname, port } = new URL(client.baseURL);
  return new OpenAIRealtimeWS(
    { ...connection, options: { createConnection: () => connect(Number(port), hostname) } },
    client,
  );
};
