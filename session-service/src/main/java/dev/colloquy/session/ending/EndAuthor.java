package dev.colloquy.session.ending;

import dev.colloquy.access.Caller;
import dev.colloquy.access.Role;
import dev.colloquy.events.EndedBy;
import dev.colloquy.session.ledger.Witness;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who ends an interview, and who says so. */
record EndAuthor(EndedBy by, Witness witness) {

    /** The caller ends it himself, except that services act on behalf of others. */
    static EndAuthor of(Caller caller, @Nullable EndedBy onBehalfOf) {
        if (caller.is(Role.SERVICE)) {
            return new EndAuthor(Objects.requireNonNullElse(onBehalfOf, EndedBy.PROVIDER), Witness.GATEWAY);
        }
        if (caller.is(Role.AGENT)) {
            return new EndAuthor(EndedBy.AGENT, Witness.AGENT);
        }
        return caller.is(Role.OPERATOR)
                ? new EndAuthor(EndedBy.OPERATOR, Witness.OPERATOR)
                : new EndAuthor(EndedBy.USER, Witness.CLIENT);
    }
}
