package dev.colloquy.session.transcript;

/** How many entries of a batch were new, and how many were known. */
record TranscriptReceipt(int accepted, int duplicates) {}
