package dev.colloquy.messaging.dead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The ways to die, with the statements that undo it. Each touches only what is still dead, so a second click does nothing. */
public enum DeadMessageKind {
    /** A message of the outbox that the broker will never take. */
    MESSAGE("""
            update outbox_message set dead_reason = null, dead_at = null
            where event_id = any($1) and dead_reason is not null""", """
            delete from outbox_message where event_id = $1 and dead_reason is not null""", """
            select from outbox_message where event_id = $1"""),
    /** Leased work out of patience. */
    WORK("""
            update leased_work
            set state = 'waiting', attempts = 0, tried_since = null, due_at = now(), finished_at = null
            where id = any($1) and state = 'dead'""", """
            update leased_work set state = 'done', finished_at = now() where id = $1 and state = 'dead'""", """
            select from leased_work where id = $1"""),
    /** An event that a consumer could not use. It goes out again by the outbox, so the mark and the message are one. */
    LETTER("""
            with replayed as (
                update dead_letter set settled_at = now()
                where id = any($1) and settled_at is null and replayable
                returning topic, record_partition, record_offset, key, payload)
            insert into outbox_message (event_id, topic, key, payload)
            select uuidv7(), topic, key, convert_from(payload, 'UTF8') from replayed
            order by topic, record_partition, record_offset""", """
            update dead_letter set settled_at = now() where id = $1 and settled_at is null""", """
            select from dead_letter where id = $1""");

    private final String replay;
    private final String discard;
    private final String find;

    DeadMessageKind(String replay, String discard, String find) {
        this.replay = replay;
        this.discard = discard;
        this.find = find;
    }

    static DeadMessageKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word in JSON, in ids and in the database. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Takes an array of ids. */
    String replay() {
        return replay;
    }

    /** Takes one id. */
    String discard() {
        return discard;
    }

    /** Takes one id; finds the row, dead or not. */
    String find() {
        return find;
    }
}
