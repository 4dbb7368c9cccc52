package dev.colloquy.gateway.ending;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class TeardownRepository implements PanacheRepositoryBase<Teardown, UUID> {}
