package dev.colloquy.simulators.openai.realtime;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Supplier;

/** One event of a scripted conversation, made at the moment it is sent: a pause after the event before it. */
record Step(Duration pause, Supplier<JsonObject> event) {}
