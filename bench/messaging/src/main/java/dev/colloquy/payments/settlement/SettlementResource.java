package dev.colloquy.payments.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("settlements")
class SettlementResource {

    private final SettlementService settlements;

    SettlementResource(SettlementService settlements) {
        this.settlements = settlements;
    }

    @POST
    public Uni<Void> order(SettlementOrder order) {
        return settlements.order(order);
    }
}
