package dev.colloquy.gateway.ending;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TeardownRepository implements PanacheRepositoryBase<Teardown, String> {}
