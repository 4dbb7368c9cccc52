package dev.colloquy.session.tenant;

/** There is no such tenant on this installation. */
public class TenantNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
