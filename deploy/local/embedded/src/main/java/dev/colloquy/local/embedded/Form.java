package dev.colloquy.local.embedded;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of a query or of a posted form. A name that comes twice is refused, as OAuth demands. */
record Form(Map<String, String> values) {

    static Form parse(@Nullable String encoded) {
        var values = new LinkedHashMap<String, String>();
        if (encoded == null || encoded.isEmpty()) {
            return new Form(values);
        }
        for (String pair : encoded.split("&", -1)) {
            int split = pair.indexOf('=');
            var name = decode(split < 0 ? pair : pair.substring(0, split));
            var value = split < 0 ? "" : decode(pair.substring(split + 1));
            if (values.put(name, value) != null) {
                throw Refusal.invalidRequest("Parameter " + name + " is given twice");
            }
        }
        return new Form(values);
    }

    static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidRequest("A parameter is not properly encoded");
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String get(String name) {
        return find(name).orElseThrow(() -> Refusal.invalidRequest("Parameter " + name + " is missing"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
