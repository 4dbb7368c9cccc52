package dev.colloquy.booking.mail;

import io.vertx.ext.mail.SMTPException;

/** An attempt failed. What the server says may name the recipient, so only its reply code is kept. */
class MailNotAccepted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MailNotAccepted(String message) {
        super(message);
    }

    static MailNotAccepted because(Throwable e) {
        return new MailNotAccepted(
                e instanceof SMTPException smtp
                        ? "SMTP replied " + smtp.getReplyCode()
                        : "SMTP failed with " + e.getClass().getSimpleName());
    }
}
