// Reads a token, verifies it as a LiveKit server would, prints its claims as JSON. Exits 1 if it is not valid.
import { readFileSync } from 'node:fs';
import { TokenVerifier } from 'livekit-server-sdk';

const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env;
const token = readFileSync(0, 'utf8').trim();
try {
  const claims = await new TokenVerifier(LIVEKIT_API_KEY, LIVEKIT_API_SECRET).verify(token);
  console.log(JSON.stringify(claims));
} catch (refusal) {
  console.error(refusal.message);
  process.exit(1);
}
