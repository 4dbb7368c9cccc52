package dev.colloquy.local.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives a Quarkus test a real SMTP server and what arrived there. */
public final class MailResource implements QuarkusTestResourceLifecycleManager {

    private static final String PART = "mail";
    private static final String FOLDER = "folder";

    @Override
    public Map<String, String> start() {
        var environment = new HashMap<>(OncePerJvm.start(PART, () -> {
            var folder = PartFolder.temporary(PART);
            var mail = EmbeddedMail.start(folder, 0);
            var facts = new HashMap<>(mail.environment());
            facts.put(FOLDER, folder.path().toString());
            return new OncePerJvm.Running(mail, facts);
        }));
        environment.remove(FOLDER);
        return environment;
    }

    /** Every mail of this JVM, the newest first. */
    public static List<ReceivedMail> messages() {
        return new MailFolder(Path.of(OncePerJvm.fact(PART, FOLDER))).messages();
    }

    public static List<ReceivedMail> messagesTo(String recipient) {
        return messages().stream().filter(mail -> mail.to().equals(recipient)).toList();
    }

    @Override
    public void stop() {
        // Other tests of this JVM may still use it.
    }
}
