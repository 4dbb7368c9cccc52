package dev.colloquy.simulators.livekit.twirp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.util.JsonFormat;
import dev.colloquy.simulators.journal.JournalResource;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The wire of LiveKit's server API. As the server's Twirp options have it, JSON answers use snake_case and carry default
 * values; errors are JSON whatever the request was.
 */
public final class Twirp {

    private static final Logger LOG = Logger.getLogger(Twirp.class.getName());
    private static final String PROTOBUF = "application/protobuf";
    private static final String JSON = "application/json";
    private static final String BEARER = "Bearer ";
    private static final int TOO_LARGE = 413;

    private final Router router;
    private final AccessTokens tokens;

    public Twirp(Router router, AccessTokens tokens) {
        this.router = router;
        this.tokens = tokens;
    }

    /** Serves one method; the call throws {@link TwirpError} to refuse. */
    public <Q extends Message> void method(String path, Parser<Q> parser, BiFunction<Grants, Q, Message> call) {
        router.post("/twirp/livekit." + path).handler(context -> serve(context, path, parser, call));
    }

    /** To be called when every method is there: answers the paths nobody serves, and bodies that are too large. */
    public void refuseTheRest() {
        router.route("/twirp/*").failureHandler(context -> {
            if (context.statusCode() == TOO_LARGE) {
                context.response().setStatusCode(TOO_LARGE).end("request body too large");
            } else {
                context.next();
            }
        });
        router.route("/twirp/*").handler(context -> refuse(context, nobodyServes(context)));
    }

    private <Q extends Message> void serve(
            RoutingContext context, String path, Parser<Q> parser, BiFunction<Grants, Q, Message> call) {
        try {
            Grants grants = grants(context);
            Q request = decode(context, parser);
            JournalResource.describeBody(context, ProtoJson.webhook(request));
            answer(context, call.apply(grants, request));
        } catch (InvalidToken refused) {
            context.response().setStatusCode(401).end(refused.getMessage() + "\n");
        } catch (TwirpError refused) {
            refuse(context, refused);
        } catch (RuntimeException broken) {
            LOG.log(Level.SEVERE, "livekit." + path + " failed", broken);
            refuse(context, new TwirpError(TwirpError.Code.INTERNAL, "internal error"));
        }
    }

    private Grants grants(RoutingContext context) {
        @Nullable String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && !header.startsWith(BEARER)) {
            throw new InvalidToken("invalid authorization header. Must start with Bearer");
        }
        String token =
                header == null ? context.request().getParam("access_token", "") : header.substring(BEARER.length());
        return token.isEmpty() ? Grants.NONE : tokens.verify(token);
    }

    private static <Q extends Message> Q decode(RoutingContext context, Parser<Q> parser) {
        @Nullable Buffer body = context.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        try {
            return switch (contentType(context)) {
                case PROTOBUF -> parser.parseFrom(bytes);
                case JSON -> parseJson(new String(bytes, StandardCharsets.UTF_8), parser);
                default -> throw badRoute(context, "unexpected Content-Type: \"" + contentType(context) + '"');
            };
        } catch (InvalidProtocolBufferException unreadable) {
            String kind = contentType(context).equals(JSON) ? "json" : "protobuf";
            throw new TwirpError(TwirpError.Code.MALFORMED, "the " + kind + " request could not be decoded");
        }
    }

    private static <Q extends Message> Q parseJson(String json, Parser<Q> parser)
            throws InvalidProtocolBufferException {
        Message.Builder request = parser.parseFrom(new byte[0]).newBuilderForType();
        JsonFormat.parser().ignoringUnknownFields().merge(json, request);
        return parser.parseFrom(request.build().toByteArray());
    }

    private static String contentType(RoutingContext context) {
        String header = context.request().headers().contains(HttpHeaders.CONTENT_TYPE)
                ? context.request().getHeader(HttpHeaders.CONTENT_TYPE)
                : "";
        int parameters = header.indexOf(';');
        return (parameters < 0 ? header : header.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static void answer(RoutingContext context, Message answer) {
        boolean json = contentType(context).equals(JSON);
        Buffer body = json ? ProtoJson.answer(answer).toBuffer() : Buffer.buffer(answer.toByteArray());
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, json ? JSON : PROTOBUF)
                .end(body);
    }

    private static void refuse(RoutingContext context, TwirpError error) {
        context.response()
                .setStatusCode(error.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(error.body().toBuffer());
    }

    private static TwirpError nobodyServes(RoutingContext context) {
        HttpMethod method = context.request().method();
        return badRoute(
                context,
                method.equals(HttpMethod.POST)
                        ? "no handler for path \"" + context.request().path() + '"'
                        : "unsupported method \"" + method + "\" (only POST is allowed)");
    }

    private static TwirpError badRoute(RoutingContext context, String reason) {
        String route = context.request().method() + " " + context.request().path();
        return new TwirpError(TwirpError.Code.BAD_ROUTE, reason, new JsonObject().put("twirp_invalid_route", route));
    }
}
