package dev.colloquy.booking.application;

import dev.colloquy.booking.booking.Applicant;
import dev.colloquy.booking.booking.Appointment;
import dev.colloquy.booking.document.DocumentText;
import dev.colloquy.booking.resume.Resume;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a request as far as they could be read; each that could not has left a violation. */
record Form(
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        Optional<Appointment> appointment,
        Optional<UUID> resumeId,
        Optional<UUID> positionId,
        Optional<String> statedResumeText,
        boolean consent) {

    private static final String NAME_RULE = "must be 1 to 100 letters, spaces, hyphens and apostrophes";
    private static final String EMAIL_RULE = "must be an e-mail address";
    private static final String PHONE_RULE = "must have exactly 10 digits, or be an international number with +";
    private static final String RESUME_RULE = "must be the resumeUrl of an uploaded resume";

    static Form read(
            ScheduleRequest request, ApplicationConfig config, Instant now, String webRoot, Violations violations) {
        var fields = new Fields(violations);
        return new Form(
                fields.required("name", request.name(), Contact::name, NAME_RULE),
                fields.required("email", request.email(), Contact::email, EMAIL_RULE),
                fields.required("phone", request.phone(), Contact::phone, PHONE_RULE),
                new AppointmentTime(config, now, violations).read(request.datetime(), request.timeZone()),
                fields.optional("resumeUrl", request.resumeUrl(), url -> Resume.idIn(url, webRoot), RESUME_RULE),
                fields.optional("positionId", request.positionId(), Form::uuid, "must be a UUID"),
                Optional.ofNullable(request.resumeText()).flatMap(DocumentText::clean),
                Boolean.TRUE.equals(request.consent()));
    }

    /** Who applies, when nothing was violated. */
    Applicant applicant() {
        return new Applicant(name.orElseThrow(), email.orElseThrow(), phone.orElseThrow());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private record Fields(Violations violations) {

        <T> Optional<T> required(
                String field, @Nullable String given, Function<String, Optional<T>> reader, String rule) {
            if (given == null || given.isBlank()) {
                violations.add(field, "must be given");
                return Optional.empty();
            }
            return optional(field, given, reader, rule);
        }

        <T> Optional<T> optional(
                String field, @Nullable String given, Function<String, Optional<T>> reader, String rule) {
            if (given == null || given.isBlank()) {
                return Optional.empty();
            }
            var read = reader.apply(given.strip());
            if (read.isEmpty()) {
                violations.add(field, rule);
            }
            return read;
        }
    }
}
