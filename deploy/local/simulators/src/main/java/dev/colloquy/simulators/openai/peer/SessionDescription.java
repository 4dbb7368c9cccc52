package dev.colloquy.simulators.openai.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An SDP offer, read as far as an answer needs it. */
public record SessionDescription(String text, List<String> sessionLines, List<Media> media) {

    /** One m-section: its first line in words, and its attributes without {@code a=}. */
    public record Media(List<String> line, List<String> attributes) {

        String kind() {
            return line.getFirst();
        }

        String protocol() {
            return line.get(2);
        }

        List<String> formats() {
            return line.subList(3, line.size());
        }

        Optional<String> attribute(String name) {
            return attributes.stream()
                    .filter(attribute -> attribute.startsWith(name + ":"))
                    .map(attribute -> attribute.substring(name.length() + 1))
                    .findFirst();
        }

        String mid() {
            return attribute("mid").orElse("");
        }

        Optional<String> opusFormat() {
            return attributes.stream()
                    .filter(attribute -> attribute.startsWith("rtpmap:") && attribute.contains(" opus/48000/2"))
                    .map(attribute -> attribute.substring("rtpmap:".length(), attribute.indexOf(' ')))
                    .findFirst();
        }
    }

    /** The offer of nobody. */
    public static final SessionDescription NONE = new SessionDescription("", List.of(), List.of());

    public SessionDescription {
        sessionLines = List.copyOf(sessionLines);
        media = List.copyOf(media);
    }

    /** Refuses what a WebRTC stack would refuse as a remote offer, saying which part is missing. */
    public static SessionDescription parseOffer(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals("v=0")) {
            throw new UnusableOffer("it does not start with v=0");
        }
        SessionDescription offer = split(text, lines);
        if (offer.media.stream().noneMatch(media -> media.opusFormat().isPresent())) {
            throw new UnusableOffer("it has no audio section that offers opus/48000/2");
        }
        offer.media.forEach(offer::check);
        return offer;
    }

    private static SessionDescription split(String text, List<String> lines) {
        List<String> session = new ArrayList<>();
        List<Media> media = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("m=")) {
                List<String> words = List.of(line.substring(2).strip().split(" +", -1));
                if (words.size() < 4) {
                    throw new UnusableOffer("an m-line is too short");
                }
                media.add(new Media(words, new ArrayList<>()));
            } else if (line.startsWith("a=")) {
                (media.isEmpty() ? session : media.getLast().attributes())
                        .add(line.substring(2).strip());
            }
        }
        return new SessionDescription(text, session, media);
    }

    private void check(Media section) {
        if (section.mid().isEmpty()) {
            throw new UnusableOffer("the " + section.kind() + " section has no mid");
        }
        for (String needed : List.of("ice-ufrag", "ice-pwd", "fingerprint")) {
            boolean inSession = sessionLines.stream().anyMatch(line -> line.startsWith(needed + ":"));
            if (!inSession && section.attribute(needed).isEmpty()) {
                throw new UnusableOffer("the " + section.kind() + " section has no " + needed);
            }
        }
    }

    /** The offer cannot be answered. */
    public static final class UnusableOffer extends RuntimeException {
        UnusableOffer(String reason) {
            super("Failed to parse the SDP offer: " + reason + ".");
        }
    }
}
