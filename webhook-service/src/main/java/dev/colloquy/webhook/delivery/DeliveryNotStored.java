package dev.colloquy.webhook.delivery;

/** The delivery is not safe in the database, or not known to be: its sender must send it again. */
public class DeliveryNotStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryNotStored(Throwable cause) {
        super(cause.toString(), cause);
    }
}
