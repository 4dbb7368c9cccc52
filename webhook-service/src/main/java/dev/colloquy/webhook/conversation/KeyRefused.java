package dev.colloquy.webhook.conversation;

/** ElevenLabs does not answer to a tenant's key, which says nothing about the others' keys. */
class KeyRefused extends NotAsked {

    private static final long serialVersionUID = 1L;

    KeyRefused(int status) {
        super("the tenant's key is refused (" + status + ")");
    }
}
