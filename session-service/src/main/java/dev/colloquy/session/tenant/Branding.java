package dev.colloquy.session.tenant;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How a tenant's pages look to its candidates, and where they find who it is. Colours as {@code #rrggbb}. */
public record Branding(
        @Nullable @HttpsAddress String logoUrl,

        @Nullable @Pattern(regexp = COLOUR, message = NOT_A_COLOUR)
        String primaryColour,

        @Nullable @Pattern(regexp = COLOUR, message = NOT_A_COLOUR)
        String accentColour,

        @Nullable @HttpsAddress String imprintUrl,
        @Nullable @HttpsAddress String privacyUrl) {

    public static final Branding NONE = new Branding(null, null, null, null, null);

    private static final String COLOUR = "#[0-9a-fA-F]{6}";
    private static final String NOT_A_COLOUR = "must be a colour such as #1a2b3c";
}
