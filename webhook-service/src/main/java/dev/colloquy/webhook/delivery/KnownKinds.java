package dev.colloquy.webhook.delivery;

import dev.colloquy.webhook.signature.Provider;
import java.util.Map;
import java.util.Set;

/** The kinds that providers are known to send. Others are stored all the same, but do not get a time series each. */
final class KnownKinds {

    private static final Map<Provider, Set<String>> KINDS = Map.of(
            Provider.LIVEKIT, words("""
                            room_started room_finished participant_joined participant_left
                            participant_connection_aborted track_published track_unpublished egress_started
                            egress_updated egress_ended ingress_started ingress_ended agent_job_started agent_job_ended
                            """),
            Provider.ELEVENLABS, words("""
                            post_call_transcription post_call_transcription_otel post_call_audio
                            call_initiation_failure
                            """),
            Provider.OPENAI, words("""
                            realtime.call.incoming live.call.incoming response.completed response.failed
                            response.cancelled response.incomplete batch.completed batch.failed batch.cancelled
                            batch.expired eval.run.succeeded eval.run.failed eval.run.canceled
                            fine_tuning.job.succeeded fine_tuning.job.failed fine_tuning.job.cancelled
                            """),
            Provider.TAVUS, words("""
                            system.replica_joined system.shutdown application.transcription_ready
                            application.recording_ready application.perception_analysis
                            """));

    private KnownKinds() {}

    /** The kind itself, or {@code other}. */
    static String bounded(Provider provider, String kind) {
        return kind.equals(IncomingDelivery.UNREADABLE)
                        || KINDS.getOrDefault(provider, Set.of()).contains(kind)
                ? kind
                : "other";
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
