package dev.colloquy.booking.joining;

import dev.colloquy.booking.booking.Booking;
import dev.colloquy.booking.joining.SessionClient.AdmissionRequest;
import org.jspecify.annotations.Nullable;

/** Who may come in now, with the resume text the interviewer will know. */
record Entrant(Booking booking, @Nullable String resumeText) {

    AdmissionRequest admissionRequest() {
        return new AdmissionRequest(
                booking.tenant(),
                booking.candidateId(),
                booking.firstName(),
                resumeText,
                booking.positionId().orElse(null),
                booking.hasConsent(),
                booking.provider(),
                booking.appointment().scheduledAt());
    }
}
