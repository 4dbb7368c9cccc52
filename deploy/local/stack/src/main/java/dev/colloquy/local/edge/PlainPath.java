package dev.colloquy.local.edge;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a request, if everybody reads it alike. Paths that a proxy and a service could understand differently
 * (encoded slashes and dots, matrix parameters, empty or dot segments) are no plain paths and go nowhere.
 */
final class PlainPath {

    private static final Pattern PLAIN = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,=:@/-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern TRICK =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|%(?:2[Ff]|5[Cc]|3[Bb]|2[Ee]|25|23|3[Ff]|[01][0-9A-Fa-f]|7[Ff])");

    private PlainPath() {}

    static Optional<String> of(String uri) {
        int query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        return PLAIN.matcher(path).matches() && !TRICK.matcher(path).find() ? Optional.of(path) : Optional.empty();
    }
}
