package dev.colloquy.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    private Secrets secrets;

    @BeforeEach
    void load() {
        secrets = Secrets.keptIn(folder, new SecureRandom());
    }

    @Test
    void areMadeOnceAndKeptForTheirOwner() throws Exception {
        var first = secrets.get("booking_app");
        assertEquals(48, first.length());
        assertNotEquals(first, secrets.get("booking_owner"));
        load();
        assertEquals(first, secrets.get("booking_app"));
        assertEquals("rw-------", permissions(folder.resolve("secrets.properties")));
    }

    @Test
    void includeTheKeyThatSignsCandidatesBearers() throws Exception {
        var file = secrets.candidateTokenKey();
        var pem = Files.readString(file);
        assertEquals("rw-------", permissions(file));
        assertEquals(file, secrets.candidateTokenKey());
        assertEquals(pem, Files.readString(file));
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        assertEquals(256, ((ECPrivateKey) key).getParams().getCurve().getField().getFieldSize());
    }

    @Test
    void giveTheSimulatedProvidersTheirKeys() {
        var environment = providers(Map.of()).environment();
        assertEquals("http://127.0.0.1:8190", environment.get("LIVEKIT_URL"));
        assertEquals("http://127.0.0.1:8190/v1", environment.get("OPENAI_BASE_URL"));
        assertTrue(environment.get("OPENAI_WEBHOOK_SECRET").startsWith("whsec_"));
        assertEquals(environment, providers(Map.of()).environment());
    }

    @Test
    void stepBackForEachProviderTheUserBrings() {
        var own = Map.of("OPENAI_API_KEY", "sk-mine", "SMTP_HOST", "mail.example.org", "SMTP_PORT", "587");
        var environment = providers(own).environment();
        assertEquals("https://api.openai.com/v1", environment.get("OPENAI_BASE_URL"));
        assertEquals("sk-mine", environment.get("OPENAI_API_KEY"));
        assertEquals("mail.example.org", environment.get("SMTP_HOST"));
        assertEquals("http://127.0.0.1:8190", environment.get("ELEVENLABS_URL"));
    }

    private Providers providers(Map<String, String> user) {
        return new Providers(user, Ports.fixed(), secrets);
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
