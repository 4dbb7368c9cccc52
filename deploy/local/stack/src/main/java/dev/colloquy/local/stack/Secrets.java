package dev.colloquy.local.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stack's own passwords and keys: made once, at random, and kept in files only their owner may read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random;
    private final Properties values = new Properties();

    private Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    static Secrets keptIn(Path folder, SecureRandom random) {
        var secrets = new Secrets(folder, random);
        try {
            if (Files.exists(secrets.file())) {
                secrets.values.load(new StringReader(Files.readString(secrets.file())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    /** The secret of that name; a new one if it was never asked for. */
    synchronized String get(String name) {
        var kept = values.getProperty(name);
        if (kept != null) {
            return kept;
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        values.setProperty(name, secret);
        PrivateFile.write(file(), text());
        return secret;
    }

    /** A secret in the form of Standard Webhooks. */
    String webhookSecret(String name) {
        return "whsec_" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(get(name)));
    }

    /** The file with the EC P-256 key (PKCS#8 PEM) that signs candidates' bearers. */
    synchronized Path candidateTokenKey() {
        var file = folder.resolve("candidate-token-key.pem");
        if (!Files.exists(file)) {
            PrivateFile.write(file, newKey());
        }
        return file;
    }

    private Path file() {
        return folder.resolve("secrets.properties");
    }

    private String text() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private String newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException(e);
        }
    }
}
