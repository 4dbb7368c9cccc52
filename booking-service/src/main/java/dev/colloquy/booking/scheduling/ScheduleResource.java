package dev.colloquy.booking.scheduling;

import dev.colloquy.access.InterviewTrail;
import dev.colloquy.access.refusal.StrictJson;
import dev.colloquy.booking.application.ScheduleRequest;
import dev.colloquy.booking.installation.InstallationConfig;
import dev.colloquy.booking.link.LinkBearing;
import dev.colloquy.booking.link.WebPages;
import dev.colloquy.booking.mail.InvitationMail;
import dev.colloquy.booking.window.WindowConfig;
import dev.colloquy.events.TenantId;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/schedule-interview")
class ScheduleResource {

    private static final Logger LOG = Logger.getLogger(ScheduleResource.class);

    private final SchedulingService scheduling;
    private final InvitationMail mail;
    private final WebPages pages;
    private final WindowConfig window;
    private final TenantId anonymousTenant;

    ScheduleResource(
            SchedulingService scheduling,
            InvitationMail mail,
            WebPages pages,
            WindowConfig window,
            InstallationConfig installation) {
        this.scheduling = scheduling;
        this.mail = mail;
        this.pages = pages;
        this.window = window;
        this.anonymousTenant = installation.defaultTenant();
    }

    /** A misspelt {@code timeZone} would book another hour: fields that are not known are refused. */
    @POST
    @CustomDeserialization(StrictJson.class)
    @LinkBearing
    @PermitAll
    public Uni<ScheduledView> schedule(
            @NotNull @Valid ScheduleRequest request, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        return scheduling
                .schedule(
                        anonymousTenant,
                        request,
                        Optional.ofNullable(idempotencyKey).map(IdempotencyKey::new))
                .invoke(ScheduleResource::tell)
                .chain(scheduled -> invite(scheduled).map(sent -> view(scheduled, sent)));
    }

    private static void tell(Scheduled scheduled) {
        var interview = scheduled.booking().interviewId();
        InterviewTrail.mark(interview);
        if (!scheduled.repeated()) {
            LOG.infof("Interview scheduled interviewId=%s", interview);
        }
    }

    private Uni<Boolean> invite(Scheduled scheduled) {
        return scheduled.repeated()
                ? Uni.createFrom().item(scheduled.booking().isMailed())
                : mail.tryNow(scheduled.booking(), scheduled.link());
    }

    private ScheduledView view(Scheduled scheduled, boolean emailSent) {
        var booking = scheduled.booking();
        return new ScheduledView(
                true,
                pages.interview(scheduled.link()),
                emailSent,
                booking.id(),
                booking.window(window).closesAt(),
                booking.hasConsent());
    }
}
