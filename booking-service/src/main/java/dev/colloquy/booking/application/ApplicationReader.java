package dev.colloquy.booking.application;

import dev.colloquy.booking.link.WebPages;
import dev.colloquy.booking.position.DefaultProvider;
import dev.colloquy.booking.position.Position;
import dev.colloquy.booking.position.PositionRepository;
import dev.colloquy.booking.resume.Resume;
import dev.colloquy.booking.resume.ResumeRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Reads a request and checks it against the tenant's resumes and positions, in the caller's transaction. */
@ApplicationScoped
public class ApplicationReader {

    private final ResumeRepository resumes;
    private final PositionRepository positions;
    private final DefaultProvider defaultProvider;
    private final ApplicationConfig config;
    private final WebPages pages;
    private final Clock clock;

    ApplicationReader(
            ResumeRepository resumes,
            PositionRepository positions,
            DefaultProvider defaultProvider,
            ApplicationConfig config,
            WebPages pages,
            Clock clock) {
        this.resumes = resumes;
        this.positions = positions;
        this.defaultProvider = defaultProvider;
        this.config = config;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The application in a request.
     *
     * @return fails with {@link InvalidApplication}, which names every bad field
     */
    public Uni<Application> read(ScheduleRequest request) {
        var violations = new Violations();
        var form = Form.read(request, config, clock.instant(), pages.root(), violations);
        return resumeOf(form)
                .chain(resume -> positions
                        .findOffered(form.positionId().orElse(null))
                        .map(position -> check(form, resume, position, violations)));
    }

    private Uni<Optional<Resume>> resumeOf(Form form) {
        return form.resumeId()
                .map(id -> resumes.findById(id).map(Optional::ofNullable))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Application check(Form form, Optional<Resume> resume, Optional<Position> position, Violations violations) {
        if (form.resumeId().isPresent() && resume.isEmpty()) {
            violations.add("resumeUrl", "is not known");
        }
        if (form.positionId().isPresent() && position.isEmpty()) {
            violations.add("positionId", "is not offered");
        }
        violations.refuseAny();
        return new Application(
                form.applicant(),
                form.appointment().orElseThrow(),
                form.positionId(),
                position.flatMap(Position::provider).orElseGet(defaultProvider::get),
                form.resumeId(),
                resume.flatMap(Resume::text).isPresent() ? Optional.empty() : form.statedResumeText(),
                form.consent());
    }
}
