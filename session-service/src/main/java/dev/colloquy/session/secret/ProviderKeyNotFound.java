package dev.colloquy.session.secret;

/** The tenant has no key with this provider. */
public class ProviderKeyNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
