package dev.colloquy.booking.link;

import dev.colloquy.booking.installation.InstallationConfig;
import dev.colloquy.events.InterviewId;
import jakarta.enterprise.context.ApplicationScoped;

/** Addresses of pages as candidates see them. */
@ApplicationScoped
public class WebPages {

    private final String root;

    WebPages(InstallationConfig installation) {
        this.root = installation.publicUrl().toString().replaceAll("/+$", "");
    }

    /** Where the web application is, without a slash at its end. */
    public String root() {
        return root;
    }

    public String interview(LinkToken token) {
        return root + "/interview/" + token.value();
    }

    public String results(InterviewId interview) {
        return root + "/results?sessionId=" + interview;
    }
}
