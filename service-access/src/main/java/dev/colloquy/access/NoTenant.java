package dev.colloquy.access;

/** The caller's bearer names no tenant, but the request needs one. */
public class NoTenant extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
