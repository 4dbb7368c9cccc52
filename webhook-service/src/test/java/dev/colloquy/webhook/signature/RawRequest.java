package dev.colloquy.webhook.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** Sends headers that no HTTP client would send. */
final class RawRequest {

    private static final int PATIENCE = 10_000;

    private RawRequest() {}

    /** The status that a POST of JSON with these lines in its head is answered with. */
    static int post(String path, List<String> lines, String body) {
        var content = body.getBytes(UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + String.join("\r\n", lines)
                + "\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.getOutputStream().write(content);
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            return Integer.parseInt(answer.readLine().split(" ", -1)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
