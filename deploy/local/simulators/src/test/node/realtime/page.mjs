// Runs in the browser: one call, its events, its microphone and what it hears.
const events = [];
const history = [];
let connection;
let channel;
let microphone;

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function until(what, found, patience = 60_000) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    const result = await found();
    if (result) return result;
  }
  throw new Error(`never came: ${what}; events: ${events.map((event) => event.type).join(' ')}`);
}

/** Makes the offer; `answered` gets it and returns the answer. Resolves when the data channel is open. */
async function connect(label, answered) {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  microphone = stream.getAudioTracks()[0];
  microphone.enabled = false;
  connection = new RTCPeerConnection();
  connection.oniceconnectionstatechange = () => history.push(`ice ${connection.iceConnectionState}`);
  connection.ontrack = ({ streams }) => {
    const speaker = new Audio();
    speaker.srcObject = streams[0];
    speaker.autoplay = true;
    connection.speaker = speaker;
  };
  connection.addTrack(microphone, stream);
  const opened = openChannel(label);
  const started = performance.now();
  await connection.setLocalDescription(await connection.createOffer());
  const answer = await answered(connection.localDescription.sdp);
  await connection.setRemoteDescription({ type: 'answer', sdp: answer });
  await opened;
  return Math.round(performance.now() - started);
}

/** From now on events come and go over this channel. */
function openChannel(label) {
  channel = connection.createDataChannel(label);
  channel.onmessage = ({ data }) => events.push({ ...JSON.parse(data), at: performance.now() });
  channel.onclose = () => history.push(`${label} closed`);
  return new Promise((done) => (channel.onopen = done));
}

const call = {
  events,
  /** What became of the network and of the data channels, in order. */
  history,
  connect,
  openChannel,
  /** Places the call itself, with a client secret. */
  async place(base, secret, label, headers = {}) {
    let location;
    const milliseconds = await connect(label, async (sdp) => {
      const response = await fetch(`${base}/realtime/calls`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/sdp', ...headers },
        body: sdp,
      });
      location = response.headers.get('Location');
      return response.text();
    });
    return { milliseconds, location };
  },
  send: (event) => channel.send(JSON.stringify(event)),
  /** The n-th event of a type, once it has come. */
  next: (type, nth = 1) => until(`${nth}. ${type}`, () => events.filter((event) => event.type === type)[nth - 1]),
  /** Answers for how long it has really spoken. */
  async speak(milliseconds) {
    const started = performance.now();
    microphone.enabled = true;
    await sleep(milliseconds);
    microphone.enabled = false;
    return performance.now() - started;
  },
  /** The energy heard so far, as WebRTC counts it. */
  async heardEnergy() {
    for (const stat of (await connection.getStats()).values()) {
      if (stat.type === 'inbound-rtp') return stat.totalAudioEnergy;
    }
    return 0;
  },
  /** Resolves when more is heard than before. */
  async hear() {
    const before = await call.heardEnergy();
    await until('sound', async () => (await call.heardEnergy()) > before + 0.0001);
  },
  happened: (what) => until(what, () => history.includes(what)),
  closed: () => until('end of the data channel', () => channel.readyState === 'closed'),
  leave: () => connection.close(),
};

window.call = call;
