package dev.colloquy.session.secret;

/** Bytes that only the holder of a key can read; {@code keyId} tells which key, and nothing about it. */
final class Sealed {

    private final String keyId;
    private final byte[] bytes;

    Sealed(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes;
    }

    String keyId() {
        return keyId;
    }

    byte[] bytes() {
        return bytes;
    }
}
