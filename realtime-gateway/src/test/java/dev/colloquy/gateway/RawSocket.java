package dev.colloquy.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client that needs to know nothing of manners: it writes whatever bytes a test wants, and reads when it wants. */
public final class RawSocket implements AutoCloseable {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** The connection ended without a close frame. */
    public static final int NO_CODE = 1006;

    private static final int MOST_FRAMES = 100;
    private static final int SECONDS_10 = 10_000;

    /** A frame of the server. */
    public record Frame(int opcode, byte[] payload) {
        public String text() {
            return new String(payload, UTF_8);
        }
    }

    private final Socket socket = new Socket();
    private final DataInputStream in;

    private RawSocket(int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(SECONDS_10);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        in = new DataInputStream(socket.getInputStream());
    }

    public static RawSocket connect() {
        return connect(0);
    }

    private static RawSocket connect(int receiveBuffer) {
        try {
            return new RawSocket(receiveBuffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RawSocket open(String ticket, String... protocols) {
        return open(0, ticket, protocols);
    }

    public static RawSocket open(int receiveBuffer, String ticket, String... protocols) {
        var client = connect(receiveBuffer);
        client.write(upgrade("/realtime/socket", ticket, protocols).getBytes(ISO_8859_1));
        var head = client.head();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new AssertionError(head);
        }
        return client;
    }

    public static String upgrade(String path, String ticket, String... protocols) {
        return """
                GET %s HTTP/1.1\r
                Host: localhost\r
                Origin: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Extensions: permessage-deflate\r
                Sec-WebSocket-Protocol: %s\r
                \r
                """.formatted(
                path,
                TestSocket.ORIGIN,
                "colloquy, ticket." + ticket + (protocols.length == 0 ? "" : ", " + String.join(", ", protocols)));
    }

    /** The head of the next answer. */
    public String head() {
        var head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return head.toString();
    }

    public String body(int length) {
        try {
            return new String(in.readNBytes(length), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void text(String text) {
        write(frame(TEXT, true, true, text.getBytes(UTF_8)));
    }

    /** A frame as bytes, with a mask of zeros if any. */
    public static byte[] frame(int opcode, boolean last, boolean masked, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        int mask = masked ? 0x80 : 0;
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(new byte[masked ? 4 : 0]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** The next frame, whatever it is. */
    public Frame next() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        return new Frame(opcode, in.readNBytes(length));
    }

    /** Reads on to the close frame, or to the end. */
    public int closeCode() {
        try {
            for (int frames = 0; frames < MOST_FRAMES; frames++) {
                var frame = next();
                if (frame.opcode() == CLOSE) {
                    return frame.payload().length < 2
                            ? 1005
                            : (frame.payload()[0] & 0xff) << 8 | frame.payload()[1] & 0xff;
                }
            }
            throw new AssertionError("The socket was not closed");
        } catch (EOFException | SocketException e) {
            return NO_CODE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
