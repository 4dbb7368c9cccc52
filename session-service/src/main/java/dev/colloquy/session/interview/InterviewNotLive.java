package dev.colloquy.session.interview;

/** The candidate has not been let in yet, or the interview is over. */
public class InterviewNotLive extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
