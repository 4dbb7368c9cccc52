package dev.colloquy.session.administration;

/** The short name is another tenant's. */
public class TenantExists extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
