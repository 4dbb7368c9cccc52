package dev.colloquy.booking.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B2: who may be written how")
class ContactTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Jean-Luc O'Neill",
                "Zo\u00eb",
                "\u674e\u5c0f\u9f99",
                "\u0906\u0930\u0924\u0940",
                "D\u2019Arcy"
            })
    void takesNamesOfAnyScript(String name) {
        assertEquals(Optional.of(name), Contact.name(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R2D2", "<b>", "a@b", "--", "Ada\nBcc", "Ada\u202e", "\u200b"})
    void refusesWhatIsNoName(String name) {
        assertEquals(Optional.empty(), Contact.name(name));
    }

    @ParameterizedTest
    @CsvSource({
        "555-123-4567, 5551234567",
        "(555) 123 4567, 5551234567",
        "+1 415 555 2671, +14155552671",
        "+44 20 7946 0958, +442079460958"
    })
    void takesTenDigitsOrAnInternationalNumber(String given, String stored) {
        assertEquals(Optional.of(stored), Contact.phone(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"555123456", "15551234567", "+1", "+999 12345", "phone"})
    void refusesWhatIsNoPhoneNumber(String given) {
        assertEquals(Optional.empty(), Contact.phone(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.org",
                "a b@example.org",
                "ada@example",
                "a@b@c..org",
                "a@-x.org",
                "a@example.org\r\nBcc:b@x.org"
            })
    void refusesWhatIsNoEmailAddress(String given) {
        assertEquals(Optional.empty(), Contact.email(given));
    }

    @Test
    void writesADomainAsSmtpNeedsIt() {
        assertEquals(Optional.of("Ada.L+x@xn--bcher-kva.example"), Contact.email("Ada.L+x@B\u00fccher.example"));
    }
}
