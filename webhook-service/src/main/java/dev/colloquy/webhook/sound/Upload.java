package dev.colloquy.webhook.sound;

import dev.colloquy.webhook.delivery.IncomingDelivery;

/**
 * One attempt to keep a sound together with the delivery that brought it.
 *
 * @param key of the object
 * @param body the fingerprint of what the delivery keeps
 */
record Upload(String key, String dedupeKey, String body) {

    static Upload of(IncomingDelivery delivery, Sound sound) {
        return new Upload(sound.key(), delivery.dedupeKey(), delivery.body().fingerprint());
    }
}
