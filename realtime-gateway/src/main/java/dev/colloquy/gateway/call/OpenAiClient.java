package dev.colloquy.gateway.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** OpenAI's realtime calls. What it answers besides the SDP is for our logs' eyes at most, and never the browser's. */
@ApplicationScoped
class OpenAiClient {

    private static final Logger LOG = Logger.getLogger(OpenAiClient.class);
    private static final Pattern CALL_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final WebClient http;
    private final OpenAiConfig provider;
    private final CallConfig config;
    private final ObjectMapper json;

    OpenAiClient(Vertx vertx, OpenAiConfig provider, CallConfig config, ObjectMapper json) {
        this.http = WebClient.create(
                vertx, new WebClientOptions().setFollowRedirects(false).setConnectTimeout(2000));
        this.provider = provider;
        this.config = config;
        this.json = json;
    }

    /** Places a call with a browser's offer. Fails with {@link CallRefused} only. */
    Uni<PlacedCall> place(SdpOffer offer, SessionConfig session) {
        var boundary = UUID.randomUUID().toString();
        return request("/realtime/calls")
                .putHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .sendBuffer(Buffer.buffer(multipart(boundary, offer, session)))
                .onFailure()
                .transform(OpenAiClient::unreachable)
                .map(OpenAiClient::placedCall);
    }

    /** Ends a call; one that is gone already is fine. */
    Uni<Void> hangUp(String callId) {
        return request("/realtime/calls/" + callId + "/hangup")
                .send()
                .invoke(OpenAiClient::requireGone)
                .replaceWithVoid();
    }

    private HttpRequest<Buffer> request(String path) {
        return http.postAbs(provider.baseUrl() + path)
                .timeout(config.timeout().toMillis())
                .bearerTokenAuthentication(provider.apiKey());
    }

    private String multipart(String boundary, SdpOffer offer, SessionConfig session) {
        return part(boundary, "sdp", "application/sdp", offer.sdp())
                + part(boundary, "session", "application/json", toJson(session))
                + "--" + boundary + "--\r\n";
    }

    private static String part(String boundary, String name, String type, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(boundary, name, type, content);
    }

    private static PlacedCall placedCall(HttpResponse<Buffer> answer) {
        var location = answer.getHeader("Location");
        var callId = location == null ? "" : location.substring(location.lastIndexOf('/') + 1);
        var sdp = answer.bodyAsString();
        if (answer.statusCode() == 201 && CALL_ID.matcher(callId).matches() && sdp != null && sdp.startsWith("v=0")) {
            return new PlacedCall(callId, sdp);
        }
        LOG.warnf("The realtime provider placed no call: status %s", answer.statusCode());
        throw new CallRefused(
                switch (answer.statusCode()) {
                    case 400, 413, 422 -> CallRefused.Reason.INVALID_SDP;
                    case 429 -> CallRefused.Reason.PROVIDER_BUSY;
                    default -> CallRefused.Reason.PROVIDER_UNAVAILABLE;
                });
    }

    private static CallRefused unreachable(Throwable failure) {
        LOG.warnf(
                "The realtime provider does not answer: %s", failure.getClass().getSimpleName());
        return new CallRefused(CallRefused.Reason.PROVIDER_UNAVAILABLE);
    }

    private static void requireGone(HttpResponse<Buffer> answer) {
        var status = answer.statusCode();
        if (status >= 300 && status != 404 && status != 410) {
            throw new IllegalStateException("The realtime provider did not hang up: status " + status);
        }
    }

    private String toJson(SessionConfig session) {
        try {
            return json.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
