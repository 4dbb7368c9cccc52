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
    private final MailConfig config;

    MailWorker(MailService mails, InvitationMail invitation, MailConfig config) {
        this.mails = mails;
        this.invitation = invitation;
        this.config = config;
    }

    @Override
    public String queue() {
        return MailService.QUEUE;
    }

    @Override
    public Duration patience() {
        return config.patience();
    }

    @Override
    public Uni<Void> perform(Job job) {
        var tenant = new TenantId(job.payload().get("tenant").asText());
        return mails.write(tenant, UUID.fromString(job.key()))
                .chain(letter ->
                        letter.map(invitation::send).orElse(Uni.createFrom().voidItem()));
    }
}
