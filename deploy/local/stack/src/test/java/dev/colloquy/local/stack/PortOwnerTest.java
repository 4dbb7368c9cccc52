package dev.colloquy.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.local.embedded.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

    @Test
    void namesTheProcessThatHasAPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(PortOwner.isTaken(socket.getLocalPort()));
            var owner = PortOwner.of(socket.getLocalPort()).orElseThrow();
            assertEquals("java (process %d)".formatted(ProcessHandle.current().pid()), owner);
        }
    }

    @Test
    void namesNobodyForAFreePort() {
        int port = FreePort.next();
        assertFalse(PortOwner.isTaken(port));
        assertEquals(Optional.empty(), PortOwner.of(port));
    }

    @Test
    void refusesToStartAndSaysWhoIsInTheWay() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(Map.of("edge", socket.getLocalPort(), "mail", FreePort.next()));
            var failure = assertThrows(StartFailed.class, () -> TakenPorts.refuse(ports));
            var message = String.valueOf(failure.getMessage());
            assertTrue(message.contains("Port %d (edge) is taken by java".formatted(socket.getLocalPort())), message);
            assertFalse(message.contains("mail"));
        }
    }
}
