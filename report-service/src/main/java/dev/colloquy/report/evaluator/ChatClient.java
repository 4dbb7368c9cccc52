package dev.colloquy.report.evaluator;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** A server that speaks OpenAI's chat completions. */
@Path("/chat/completions")
@RegisterRestClient(configKey = "model")
interface ChatClient {

    @POST
    Uni<ChatCompletion> complete(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer, ChatRequest request);
}
