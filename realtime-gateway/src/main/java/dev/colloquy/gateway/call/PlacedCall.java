package dev.colloquy.gateway.call;

/** A call the provider has accepted: its id there, and the answer for the browser. */
record PlacedCall(String callId, String sdpAnswer) {}
