package dev.colloquy.report.evaluator;

import java.util.Optional;

/** How strictly a server can be told what its answer must look like, the strictest first. */
enum AnswerFormat {
    JSON_SCHEMA,
    JSON_OBJECT,
    PLAIN;

    Optional<AnswerFormat> looser() {
        return switch (this) {
            case JSON_SCHEMA -> Optional.of(JSON_OBJECT);
            case JSON_OBJECT -> Optional.of(PLAIN);
            case PLAIN -> Optional.empty();
        };
    }
}
