package dev.colloquy.webhook.inspection;

/** There is no delivery with this id. */
public class DeliveryNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
