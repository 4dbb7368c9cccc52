package dev.colloquy.payments.load;

import dev.colloquy.payments.payment.PaymentOrder;
import dev.colloquy.payments.payment.PaymentService;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
class LoadResource {

    private final Writers writers;
    private final PaymentService payments;
    private final PriceOfAnEvent price;

    LoadResource(Writers writers, PaymentService payments, PriceOfAnEvent price) {
        this.writers = writers;
        this.payments = payments;
        this.price = price;
    }

    @POST
    @Path("payments")
    public Uni<Void> pay() {
        return payments.pay(PaymentOrder.of("account-0"));
    }

    @POST
    @Path("load")
    public void start(@BeanParam Load load) {
        writers.start(load);
    }

    @GET
    @Path("load")
    public LoadView view() {
        return writers.view();
    }

    @DELETE
    @Path("load")
    public void stop() {
        writers.stop();
    }

    @POST
    @Path("price")
    public PriceView price(@RestQuery int pairs) throws Throwable {
        return price.measure(pairs);
    }
}
