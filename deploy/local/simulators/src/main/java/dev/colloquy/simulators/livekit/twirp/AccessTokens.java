package dev.colloquy.simulators.livekit.twirp;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.JWTVerifier.BaseVerification;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import livekit.LivekitRoom.RoomConfiguration;
import org.jspecify.annotations.Nullable;

/** Verifies access tokens as LiveKit's server does: HS256, the one API key as issuer, 60 s of leeway. */
public final class AccessTokens {

    private static final int LEEWAY_SECONDS = 60;

    private final String apiKey;
    private final JWTVerifier verifier;

    public AccessTokens(String apiKey, String apiSecret, InstantSource time) {
        this.apiKey = apiKey;
        Algorithm algorithm = Algorithm.HMAC256(apiSecret);
        this.verifier = ((BaseVerification) JWT.require(algorithm).acceptLeeway(LEEWAY_SECONDS))
                .build(time.withZone(ZoneOffset.UTC));
    }

    public Grants verify(String token) {
        DecodedJWT verified = verified(token);
        JsonObject claims = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(verified.getPayload())));
        try {
            return new Grants(claims, roomConfig(claims.getJsonObject("roomConfig")));
        } catch (ClassCastException wronglyTyped) {
            throw new InvalidToken("invalid token: a claim has the wrong type", wronglyTyped);
        }
    }

    private DecodedJWT verified(String token) {
        try {
            String issuer = JWT.decode(token).getIssuer();
            if (!apiKey.equals(issuer)) {
                throw new InvalidToken("invalid API key: " + issuer);
            }
            return verifier.verify(token);
        } catch (JWTDecodeException unreadable) {
            throw new InvalidToken("invalid authorization token", unreadable);
        } catch (JWTVerificationException refused) {
            throw new InvalidToken("invalid token, error: " + refused.getMessage(), refused);
        }
    }

    private static @Nullable RoomConfiguration roomConfig(@Nullable JsonObject claim) {
        if (claim == null) {
            return null;
        }
        try {
            RoomConfiguration.Builder config = RoomConfiguration.newBuilder();
            JsonFormat.parser().ignoringUnknownFields().merge(claim.encode(), config);
            return config.build();
        } catch (InvalidProtocolBufferException malformed) {
            throw new InvalidToken("invalid token, error: " + malformed.getMessage(), malformed);
        }
    }
}
