package dev.colloquy.session.tenant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A customer of this installation. */
@Entity
public class Tenant {

    @Id
    String id;

    String name;

    Instant createdAt;

    public static Tenant of(String id, String name, Instant now) {
        var tenant = new Tenant();
        tenant.id = id;
        tenant.name = name;
        tenant.createdAt = now;
        return tenant;
    }
}
