package dev.colloquy.webhook.signature;

/** The exact bytes a provider sent and signed, or answered; of a conversation's sound, what is kept in its place. */
public final class VerifiedBody {

    private final Provider provider;
    private final byte[] bytes;
    private final KeyAge signedWith;

    VerifiedBody(Provider provider, byte[] bytes, KeyAge signedWith) {
        this.provider = provider;
        this.bytes = bytes;
        this.signedWith = signedWith;
    }

    /** What a provider answered to a question of ours. */
    public static VerifiedBody answer(Provider provider, byte[] bytes) {
        return new VerifiedBody(provider, bytes, KeyAge.NONE);
    }

    public Provider provider() {
        return provider;
    }

    public byte[] bytes() {
        return bytes;
    }

    public KeyAge signedWith() {
        return signedWith;
    }

    /** A name for the body where its provider gives none: equal bodies, equal names. */
    public String fingerprint() {
        return "sha256:" + Sha256.hex(bytes);
    }
}
