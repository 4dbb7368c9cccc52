package dev.colloquy.booking.resume;

import org.jspecify.annotations.Nullable;

/** What the sender of a resume gets back. */
record ResumeView(
        String resumeUrl,
        @Nullable String resumeText,
        @Nullable String extractionError) {

    static ResumeView of(Resume resume) {
        var reason = resume.text().isPresent() ? null : "The document has no text that could be read, as if scanned";
        return new ResumeView(resume.address(), resume.text, reason);
    }
}
