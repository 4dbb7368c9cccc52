package dev.colloquy.gateway.call;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;

/** A call whose session the server listens to. */
public record FollowedCall(String callId, InterviewId interview, TenantId tenant) {}
