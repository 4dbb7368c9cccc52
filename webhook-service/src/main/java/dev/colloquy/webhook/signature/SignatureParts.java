package dev.colloquy.webhook.signature;

import dev.colloquy.webhook.signature.WebhookRefused.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of an ElevenLabs-Signature header, each a name with a value; unknown ones are ignored. */
record SignatureParts(String time, List<String> signatures) {

    private static final Pattern PART = Pattern.compile("\\w+=[^\\s=]*=*");
    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,11}");

    static SignatureParts of(String header) {
        var parts = Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        var times = values(parts, "t=");
        var signatures = values(parts, "v0=");
        if (times.size() > 1) {
            throw new WebhookRefused(Provider.ELEVENLABS, Reason.AMBIGUOUS);
        }
        if (times.isEmpty()
                || signatures.isEmpty()
                || !parts.stream().allMatch(part -> PART.matcher(part).matches())
                || !UNIX_SECONDS.matcher(times.getFirst()).matches()) {
            throw new WebhookRefused(Provider.ELEVENLABS, Reason.MALFORMED);
        }
        return new SignatureParts(times.getFirst(), signatures);
    }

    Instant signedAt() {
        return Instant.ofEpochSecond(Long.parseLong(time));
    }

    private static List<String> values(List<String> parts, String name) {
        return parts.stream()
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .toList();
    }
}
