package dev.colloquy.webhook.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A request whose bytes are sent one by one, as no honest client does. */
final class RawRequest implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;

    RawRequest(String path, String... headers) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        out = socket.getOutputStream();
        send("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n".formatted(path));
        for (var header : headers) {
            send(header + "\r\n");
        }
        send("\r\n");
    }

    void send(String bytes) throws IOException {
        out.write(bytes.getBytes(UTF_8));
        out.flush();
    }

    void chunk(String bytes) throws IOException {
        send(Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n");
    }

    /** The status of the answer; 0 when the connection is closed without one. */
    int status() throws IOException {
        try {
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
        } catch (SocketException _) {
            return 0;
        }
    }

    /** Whether the other side waits for more, as far as can be told without waiting. */
    boolean isOpen() throws IOException {
        return hears(1);
    }

    /** Waits until the other side closes the connection. */
    boolean isClosedWithin(Duration time) throws IOException {
        return !hears((int) time.toMillis());
    }

    private boolean hears(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            while (socket.getInputStream().read() >= 0) {
                // An answer is no end.
            }
            return false;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (SocketException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
