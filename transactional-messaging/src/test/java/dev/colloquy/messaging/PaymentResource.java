package dev.colloquy.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** An entry point as any other. */
@Path("/payments")
@PermitAll
public class PaymentResource {

    private final PaymentService payments;

    PaymentResource(PaymentService payments) {
        this.payments = payments;
    }

    @POST
    @Path("/raise/{sqlState}")
    public Uni<Void> raise(@RestPath String sqlState) {
        return payments.payAnd("do $$ begin raise exception using errcode = '" + sqlState + "'; end $$");
    }

    @POST
    @Path("/sleep")
    public Uni<Void> sleep() {
        return payments.payAnd("do $$ begin perform pg_sleep(20); end $$");
    }
}
