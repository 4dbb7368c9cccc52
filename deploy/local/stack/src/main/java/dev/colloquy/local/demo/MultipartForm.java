package dev.colloquy.local.demo;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A form with one file. */
final class MultipartForm {

    private final String boundary = UUID.randomUUID().toString();
    private final String field;
    private final String fileName;
    private final String partType;
    private final byte[] content;

    MultipartForm(String field, String fileName, String partType, byte[] content) {
        this.field = field;
        this.fileName = fileName;
        this.partType = partType;
        this.content = content;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        var head = """
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, field, fileName, partType);
        var tail = "\r\n--%s--\r\n".formatted(boundary);
        return BodyPublishers.ofByteArrays(
                List.of(head.getBytes(StandardCharsets.UTF_8), content, tail.getBytes(StandardCharsets.UTF_8)));
    }
}
