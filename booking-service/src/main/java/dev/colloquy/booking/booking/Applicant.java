package dev.colloquy.booking.booking;

import jakarta.persistence.Embeddable;

/** Who wants an interview, as he wrote himself. */
@Embeddable
public record Applicant(String name, String email, String phone) {

    /** What the interviewer calls him. */
    String firstName() {
        return name.split(" ", 2)[0];
    }

    @Override
    public String toString() {
        return "Applicant[hidden]";
    }
}
