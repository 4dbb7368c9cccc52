package dev.colloquy.webhook.sound;

import dev.colloquy.webhook.body.Spool;

/**
 * The sound of a conversation on its way into storage.
 *
 * @param sha256 in hex; part of the key, so that the same sound is kept once and another one never takes its place
 */
public record Sound(String conversationId, Spool content, String sha256) implements AutoCloseable {

    public static final String CONTENT_TYPE = "audio/mpeg";

    public String key() {
        return folder(conversationId) + sha256 + ".mp3";
    }

    /** Where everything of one conversation is. */
    static String folder(String conversationId) {
        return "conversations/" + conversationId + "/";
    }

    @Override
    public void close() {
        content.close();
    }
}
