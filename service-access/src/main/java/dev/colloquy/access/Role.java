package dev.colloquy.access;

/** The roles a bearer can carry, by the words used in its {@code groups} claim. */
public final class Role {

    /** Signed in at the workforce issuer, for practice sessions of his own. */
    public static final String CANDIDATE = "candidate";

    public static final String RECRUITER = "recruiter";
    public static final String REVIEWER = "reviewer";
    public static final String OPERATOR = "operator";
    public static final String ADMIN = "admin";
    /** The voice agent in the room. */
    public static final String AGENT = "agent";
    /** Another service of this installation. */
    public static final String SERVICE = "service";
    /** The holder of a bearer that booking-service issued for one interview. Only that issuer can grant it. */
    public static final String INTERVIEWEE = "interviewee";

    private Role() {}
}
