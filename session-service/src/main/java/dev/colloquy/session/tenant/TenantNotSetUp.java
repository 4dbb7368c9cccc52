package dev.colloquy.session.tenant;

/** The tenant has not been set up on this installation. */
public class TenantNotSetUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
