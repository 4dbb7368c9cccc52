package dev.colloquy.webhook.elevenlabs;

import dev.colloquy.webhook.body.Spool;
import dev.colloquy.webhook.body.Spools;
import dev.colloquy.webhook.delivery.DeliveryService;
import dev.colloquy.webhook.delivery.IncomingDelivery;
import dev.colloquy.webhook.sound.Sound;
import dev.colloquy.webhook.sound.SoundService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes in what carries a conversation's sound: the sound for storage, all else for the inbox. */
@ApplicationScoped
class SoundIntake {

    private static final Pattern CONVERSATION = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Spools spools;
    private final SoundService sounds;
    private final DeliveryService deliveries;

    SoundIntake(Spools spools, SoundService sounds, DeliveryService deliveries) {
        this.spools = spools;
        this.sounds = sounds;
        this.deliveries = deliveries;
    }

    /**
     * Reads the sound now and says how to keep it; nothing when there is none. What cannot be read is not lost sight of:
     * the rest is kept, and will be put aside for an operator.
     *
     * @param asDelivery of the bytes that are kept
     */
    Optional<Uni<Void>> take(PostCall call, ElevenLabsEvent event, Function<byte[], IncomingDelivery> asDelivery) {
        var content = spools.empty();
        var digest = sha256();
        return switch (decode(call, content, digest)) {
            case NONE -> {
                content.close();
                yield Optional.empty();
            }
            case BROKEN -> {
                content.close();
                yield Optional.of(deliveries.accept(asDelivery.apply(event.with(Map.of("unreadable", "not base64")))));
            }
            case WHOLE -> Optional.of(keep(content, HexFormat.of().formatHex(digest.digest()), event, asDelivery));
        };
    }

    private Uni<Void> keep(
            Spool content, String sha256, ElevenLabsEvent event, Function<byte[], IncomingDelivery> asDelivery) {
        var conversation =
                event.conversationId().filter(id -> CONVERSATION.matcher(id).matches());
        if (conversation.isEmpty() || event.isUnredacted()) {
            var bytes = content.size();
            content.close();
            return deliveries.accept(asDelivery.apply(event.with(Map.of("bytes", bytes, "sha256", sha256))));
        }
        var sound = new Sound(conversation.get(), content, sha256);
        var place = Map.<String, Object>of("key", sound.key(), "bytes", content.size(), "sha256", sha256);
        return sounds.keep(asDelivery.apply(event.with(place)), sound);
    }

    private static PostCall.Decoded decode(PostCall call, Spool content, MessageDigest digest) {
        try (var sink = new DigestOutputStream(content.sink(), digest)) {
            return call.decodeSound(sink);
        } catch (IOException e) {
            content.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
