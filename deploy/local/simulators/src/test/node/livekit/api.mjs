import {
  AgentDispatchClient,
  DataPacket_Kind,
  EgressClient,
  EgressStatus,
  EncodedFileOutput,
  EncodedFileType,
  FileOutput,
  Output,
  ParticipantInfo_State,
  RoomServiceClient,
  S3Upload,
  ServerError,
  StartEgressRequest,
  StorageConfig,
  TemplateSource,
  TrackSource,
} from 'livekit-server-sdk';

const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, CANDIDATE_TOKEN } = process.env;
const credentials = [LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET];
const rooms = new RoomServiceClient(...credentials);
const dispatches = new AgentDispatchClient(...credentials);
const egress = new EgressClient(...credentials);
const room = 'judged';

const refusal = async (call) => {
  try {
    await call;
    return null;
  } catch (error) {
    return { known: error instanceof ServerError, status: error.status, code: error.code, message: error.message };
  }
};

const until = async (ask, holds) => {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never: ${holds}`);
};

const join = async () => {
  const body = JSON.stringify({ token: CANDIDATE_TOKEN });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${LIVEKIT_URL}/control/livekit/join`, { method: 'POST', headers, body });
};

const created = await rooms.createRoom({ name: room, emptyTimeout: 6000, departureTimeout: 4000, maxParticipants: 3, metadata: '{"a":1}' });
const again = await rooms.createRoom({ name: room, emptyTimeout: 99 });
const listed = await rooms.listRooms([room, 'nowhere']);
const described = await rooms.updateRoomMetadata(room, 'new');

await join();
const candidate = await rooms.getParticipant(room, 'ada');
const [track] = candidate.tracks;
const muted = await rooms.mutePublishedTrack(room, 'ada', track.sid, true);
const unmuted = await refusal(rooms.mutePublishedTrack(room, 'ada', track.sid, false));
const updated = await rooms.updateParticipant(room, 'ada', { name: 'Ada', metadata: 'm', attributes: { role: 'candidate' } });
await rooms.updateSubscriptions(room, 'ada', [track.sid], false);
await rooms.sendData(room, new TextEncoder().encode('hello'), DataPacket_Kind.RELIABLE, { topic: 'chat', destinationIdentities: ['ada'] });

const dispatch = await dispatches.createDispatch(room, 'my-interviewer', { metadata: '{"sessionId":"s1"}' });
const agents = await until(
  () => rooms.listParticipants(room),
  (all) => all.some((participant) => participant.identity.startsWith('agent-')),
);
const running = await dispatches.getDispatch(dispatch.id, room);
const allDispatches = await dispatches.listDispatch(room);
await dispatches.deleteDispatch(dispatch.id, room);

const file = new EncodedFileOutput({ fileType: EncodedFileType.OGG, filepath: 'judged/{room_name}' });
const started = await egress.startRoomCompositeEgress(room, { file }, { audioOnly: true });
const find = async (id) => (await egress.listEgress({ egressId: id }))[0];
await until(() => find(started.egressId), (info) => info.status === EgressStatus.EGRESS_ACTIVE);
const stopping = await egress.stopEgress(started.egressId);
const ended = await until(() => find(started.egressId), (info) => info.status >= EgressStatus.EGRESS_COMPLETE);
const stoppedAgain = await refusal(egress.stopEgress(started.egressId));

const s3 = new S3Upload({ endpoint: process.env.S3_ENDPOINT, bucket: 'recordings', accessKey: 'access', secret: 'secret-of-the-bucket', forcePathStyle: true });
const unified = await egress.startEgress(
  new StartEgressRequest({
    roomName: room,
    source: { case: 'template', value: new TemplateSource({ audioOnly: true }) },
    outputs: [new Output({ config: { case: 'file', value: new FileOutput({ fileType: EncodedFileType.OGG, filepath: 'unified/' }) } })],
    storage: new StorageConfig({ provider: { case: 's3', value: s3 } }),
  }),
);
await until(() => find(unified.egressId), (info) => info.status === EgressStatus.EGRESS_ACTIVE);
const active = await egress.listEgress({ roomName: room, active: true });
await rooms.removeParticipant(room, 'ada');
const removedAgain = await refusal(rooms.removeParticipant(room, 'ada'));
const forwarded = await refusal(rooms.forwardParticipant(room, 'ada', 'elsewhere'));
const moved = await refusal(rooms.moveParticipant(room, 'ada', 'elsewhere'));
await rooms.deleteRoom(room);
const closed = await until(() => find(unified.egressId), (info) => info.status >= EgressStatus.EGRESS_COMPLETE);

const egressView = (info) => ({
  status: EgressStatus[info.status],
  details: info.details,
  error: info.error,
  file: info.fileResults[0].filename,
  location: info.fileResults[0].location,
  seconds: Number(info.fileResults[0].duration) / 1e9,
  bytes: Number(info.fileResults[0].size),
});

console.log(
  JSON.stringify({
    room: { sid: created.sid, same: created.sid === again.sid, emptyTimeout: again.emptyTimeout, departureTimeout: again.departureTimeout, listed: listed.length, metadata: described.metadata },
    candidate: { state: ParticipantInfo_State[candidate.state], source: TrackSource[track.source], muted: muted.muted, name: updated.name, attributes: updated.attributes },
    dispatch: { agents: agents.filter((one) => one.identity.startsWith('agent-')).length, jobs: running.state.jobs.length, metadata: running.metadata, all: allDispatches.length },
    egress: { started: EgressStatus[started.status], stopping: EgressStatus[stopping.status], ended: egressView(ended), active: active.length, closed: egressView(closed) },
    refusals: {
      unmuted,
      stoppedAgain,
      removedAgain,
      forwarded,
      moved,
      deletedAgain: await refusal(rooms.deleteRoom(room)),
      dataToNobody: await refusal(rooms.sendData(room, new Uint8Array(1), DataPacket_Kind.RELIABLE, {})),
      dispatchesOfNobody: await refusal(dispatches.listDispatch(room)),
      recordingNobody: await refusal(egress.startRoomCompositeEgress(room, { file }, { audioOnly: true })),
      unknownEgress: await refusal(egress.stopEgress('EG_unknown')),
      wrongSecret: await refusal(new RoomServiceClient(LIVEKIT_URL, LIVEKIT_API_KEY, 'another-secret-that-is-long-enough-too').listRooms()),
      layout: await refusal(egress.updateLayout('EG_unknown', 'grid')),
      participantsOfNobody: (await rooms.listParticipants(room)).length,
    },
  }),
);
