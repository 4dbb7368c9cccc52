package dev.colloquy.gateway.sideband;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.gateway.call.CallConfig;
import dev.colloquy.gateway.call.CallService;
import dev.colloquy.gateway.call.Calls;
import dev.colloquy.gateway.call.OpenAiConfig;
import dev.colloquy.gateway.transcript.Transcripts;
import dev.colloquy.messaging.WorkContext;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What every sideband needs of the service around it. */
@Singleton
record SidebandParts(
        Vertx vertx,
        WorkContext work,
        ObjectMapper json,
        OpenAiConfig provider,
        CallConfig config,
        Calls calls,
        CallService accounts,
        Transcripts transcripts,
        SidebandMetrics metrics,
        Clock clock) {}
