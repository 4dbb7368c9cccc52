package dev.colloquy.gateway.socket;

import dev.colloquy.gateway.journal.Resumption;
import dev.colloquy.gateway.ticket.Ticket;
import dev.colloquy.gateway.wire.Wire;

/** What is known of a socket when it opens: whose it is, where it goes on, and the connection below it. */
record Admission(Ticket ticket, Resumption resumption, Wire wire) {}
