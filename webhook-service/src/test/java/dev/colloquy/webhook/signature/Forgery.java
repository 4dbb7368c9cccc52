package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request that nobody has signed.
 *
 * @param what how it came to be
 * @param body its bytes, each as the character of the same number
 * @param headers all that prove something
 */
record Forgery(String what, String body, Map<String, List<String>> headers) {

    byte[] bytes() {
        return body.getBytes(ISO_8859_1);
    }

    /** The body with each bit turned, each byte gone or there twice, cut anywhere, and with something around it. */
    static Stream<Forgery> bodies(byte[] signed, Map<String, List<String>> headers) {
        var body = new String(signed, ISO_8859_1);
        var around = Stream.of(" ", "\n", "\r\n", "\0", "\u00ef\u00bb\u00bf", "{}")
                .flatMap(more -> Stream.of(more + body, body + more));
        return Stream.of(turned(body), gone(body), doubled(body), cut(body), around, Stream.of(body + body))
                .flatMap(bodies -> bodies)
                .filter(other -> !other.equals(body))
                .map(other -> new Forgery("body", other, headers));
    }

    /** Each header with each bit turned, each character gone or there twice, cut, in other letters, absent or twice. */
    static Stream<Forgery> headers(byte[] signed, Map<String, List<String>> headers) {
        var body = new String(signed, ISO_8859_1);
        return headers.keySet().stream()
                .flatMap(name -> Stream.concat(
                                others(headers.get(name).getFirst()).map(List::of),
                                multiples(headers.get(name).getFirst()))
                        .map(values -> new Forgery("header " + name, body, with(headers, name, values))));
    }

    /** The values of one header, each replaced by what reads alike for people and not for programs. */
    static Stream<Forgery> values(byte[] signed, Map<String, List<String>> headers) {
        var body = new String(signed, ISO_8859_1);
        return headers.keySet().stream()
                .flatMap(name -> others(headers.get(name).getFirst())
                        .map(value -> new Forgery("header " + name, body, with(headers, name, List.of(value)))));
    }

    private static Stream<String> others(String value) {
        var letters = Stream.of(value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT), value + "x", "");
        var twice = Stream.of(value + value, value + "," + value, value + ", " + value, value + ";" + value);
        return Stream.of(turned(value), gone(value), doubled(value), cut(value), letters, twice)
                .flatMap(others -> others)
                .filter(other -> !other.equals(value));
    }

    private static Stream<List<String>> multiples(String value) {
        return Stream.of(List.of(), List.of(value, value), List.of(value, ""), List.of("", value), List.of("x", value));
    }

    private static Stream<String> turned(String text) {
        return IntStream.range(0, text.length() * 8)
                .mapToObj(bit -> text.substring(0, bit / 8)
                        + (char) (text.charAt(bit / 8) ^ (1 << (bit % 8)))
                        + text.substring(bit / 8 + 1));
    }

    private static Stream<String> gone(String text) {
        return IntStream.range(0, text.length()).mapToObj(at -> text.substring(0, at) + text.substring(at + 1));
    }

    private static Stream<String> doubled(String text) {
        return IntStream.range(0, text.length()).mapToObj(at -> text.substring(0, at + 1) + text.substring(at));
    }

    private static Stream<String> cut(String text) {
        return IntStream.range(0, text.length())
                .boxed()
                .flatMap(at -> Stream.of(text.substring(0, at), text.substring(at + 1)));
    }

    static Map<String, List<String>> with(Map<String, List<String>> headers, String name, List<String> values) {
        var changed = new HashMap<>(headers);
        changed.put(name, new ArrayList<>(values));
        return changed;
    }
}
