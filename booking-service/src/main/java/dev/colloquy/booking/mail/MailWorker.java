package dev.colloquy.booking.mail;

import dev.colloquy.events.TenantId;
import dev.colloquy.messaging.Job;
import dev.colloquy.messaging.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Sends what the booking's own attempt could not. Each attempt puts a link of its own into the mail. */
@ApplicationScoped
class MailWorker implements Worker {

    private final MailService mails;
    private final InvitationMail invitation;

    MailWorker(MailService mails, InvitationMail invitation) {
        this.mails = mails;
        this.invitation = invitation;
    }

    @Override
    public String queue() {
        return MailService.QUEUE;
    }

    /** A mail server may be away for a night. */
    @Override
    public Duration patience() {
        return Duration.ofHours(24);
    }

    @Override
    public Uni<Void> perform(Job job) {
        var tenant = new TenantId(job.payload().get("tenant").asText());
        return mails.write(tenant, UUID.fromString(job.key()))
                .chain(letter ->
                        letter.map(invitation::send).orElse(Uni.createFrom().voidItem()));
    }
}
