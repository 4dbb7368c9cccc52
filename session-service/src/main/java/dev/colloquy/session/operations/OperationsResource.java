package dev.colloquy.session.operations;

import dev.colloquy.access.Caller;
import dev.colloquy.messaging.dead.DeadMessages;
import dev.colloquy.messaging.dead.DeadMessagesResource;
import jakarta.ws.rs.Path;

@Path("/api/operations/session/dead-messages")
class OperationsResource extends DeadMessagesResource {

    OperationsResource(DeadMessages dead, Caller caller) {
        super(dead, caller::subject);
    }
}
