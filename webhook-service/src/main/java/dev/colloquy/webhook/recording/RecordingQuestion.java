package dev.colloquy.webhook.recording;

import dev.colloquy.events.InterviewId;

/** Asking LiveKit how an interview was recorded, for the first time when {@code number} is 1. */
record RecordingQuestion(InterviewId interview, int number) {

    static RecordingQuestion first(InterviewId interview) {
        return new RecordingQuestion(interview, 1);
    }

    RecordingQuestion next() {
        return new RecordingQuestion(interview, number + 1);
    }

    /** Every question is work of its own. */
    String key() {
        return interview + "/" + number;
    }

    /** Whether no further one fits into the patience. */
    boolean isLast(RecordingConfig config) {
        return config.questionInterval().multipliedBy(number).compareTo(config.patience()) > 0;
    }
}
