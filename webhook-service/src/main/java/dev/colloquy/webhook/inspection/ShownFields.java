package dev.colloquy.webhook.inspection;

import dev.colloquy.webhook.signature.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The strings of one provider's bodies that may be shown, by their paths; whatever is not here is not shown.
 *
 * @param words ids, words of a list and times that the provider makes
 * @param ours what the provider repeats after us, or after whoever else chose it: shown only where it is an id of ours
 */
record ShownFields(Set<String> words, Set<String> ours) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}");
    private static final Pattern OUR_ID =
            Pattern.compile("(iv_|candidate-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|agent-AJ_[A-Za-z0-9]{1,40}");
    private static final Map<Provider, ShownFields> ALL = Map.of(
            Provider.LIVEKIT, new ShownFields(paths("""
                            event id createdAt room.sid room.creationTime room.creationTimeMs
                            participant.sid participant.state participant.kind participant.joinedAt
                            participant.joinedAtMs participant.disconnectReason track.sid track.type track.source
                            egressInfo.egressId egressInfo.roomId egressInfo.sourceType egressInfo.status
                            egressInfo.startedAt egressInfo.endedAt egressInfo.updatedAt
                            egressInfo.fileResults.startedAt egressInfo.fileResults.endedAt
                            egressInfo.fileResults.duration egressInfo.fileResults.size
                            ingressInfo.ingressId ingressInfo.state.status job.id job.dispatchId job.type
                            job.state.status
                            """), paths("room.name participant.identity egressInfo.roomName")),
            Provider.ELEVENLABS,
                    new ShownFields(
                            paths("""
                            type data.agent_id data.conversation_id data.status data.branch_id data.version_id
                            data.environment data.failure_reason data.transcript.role data.transcript.source_medium
                            data.metadata.main_language data.metadata.authorization_method
                            data.metadata.conversation_initiation_source data.analysis.call_successful
                            """),
                            paths("data.conversation_initiation_client_data.dynamic_variables.client_session_id")),
            Provider.OPENAI, new ShownFields(paths("id object type data.id data.call_id"), Set.of()),
            Provider.TAVUS, new ShownFields(paths("""
                            event_type message_type conversation_id timestamp properties.replica_id
                            properties.face_id properties.persona_id properties.pal_id properties.shutdown_reason
                            properties.transcript.role
                            """), Set.of()));

    static ShownFields of(Provider provider) {
        return ALL.getOrDefault(provider, new ShownFields(Set.of(), Set.of()));
    }

    /** Whether the string at this path is known to be harmless, and looks it. */
    boolean shows(String path, String text) {
        return words.contains(path)
                ? WORD.matcher(text).matches()
                : ours.contains(path) && OUR_ID.matcher(text).matches();
    }

    private static Set<String> paths(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
