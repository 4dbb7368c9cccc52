package dev.colloquy.booking.resume;

import com.fasterxml.uuid.Generators;
import dev.colloquy.booking.document.Document;
import dev.colloquy.events.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored resume. Its object key is generated; nothing of the sender's file name is in it. */
@Entity
public class Resume {

    private static final String ADDRESS = "/api/resumes/";

    @Id
    UUID id;

    String tenant;
    String objectKey;
    String originalName;
    String contentType;
    long size;
    String sha256;

    @Nullable
    String text;

    Instant createdAt;

    protected Resume() {}

    Resume(TenantId tenant, FileName name, Document document, Instant now) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.tenant = tenant.value();
        this.objectKey = "resumes/" + tenant + "/" + id + document.format().extension();
        this.originalName = name.value();
        this.contentType = document.format().mediaType();
        this.size = document.size();
        this.sha256 = document.sha256();
        this.text = document.text().orElse(null);
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The path that serves the file to whoever may see it. */
    public String address() {
        return addressOf(id);
    }

    public static String addressOf(UUID id) {
        return ADDRESS + id;
    }

    /** The resume that an address names, with or without the host in front; empty when it is not such an address. */
    public static Optional<UUID> idIn(String address, String webRoot) {
        var path = address.startsWith(webRoot) ? address.substring(webRoot.length()) : address;
        try {
            return path.startsWith(ADDRESS)
                    ? Optional.of(UUID.fromString(path.substring(ADDRESS.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
