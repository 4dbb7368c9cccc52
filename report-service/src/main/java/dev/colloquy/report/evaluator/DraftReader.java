package dev.colloquy.report.evaluator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.colloquy.report.dossier.Dossier;
import dev.colloquy.report.dossier.Dossier.Competency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what the model wrote, whether or not the server promised a format. */
@ApplicationScoped
class DraftReader {

    private final ObjectReader reader;
    private final Validator validator;

    DraftReader(ObjectMapper json, Validator validator) {
        this.reader = json.copy()
                .registerModule(new SimpleModule().addDeserializer(String.class, new Storable()))
                .readerFor(Draft.class)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        this.validator = validator;
    }

    /**
     * The outcome of reading an answer.
     *
     * @param draft present when it is well-formed, even if competencies are missing
     * @param problems what the model should put right, in words it can be told
     */
    record Reading(Optional<Draft> draft, List<String> problems) {}

    Reading read(String answer, Dossier dossier) {
        return parse(Storable.text(answer))
                .map(draft -> check(draft, dossier))
                .orElseGet(() -> new Reading(
                        Optional.empty(), List.of("the answer must be one JSON object that fits the schema")));
    }

    /** Models without a promised format wrap their JSON in prose or code fences. */
    private Optional<Draft> parse(String answer) {
        int begin = answer.indexOf('{');
        int end = answer.lastIndexOf('}');
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.readValue(answer.substring(begin, end + 1)));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private Reading check(Draft draft, Dossier dossier) {
        var violations = validator.validate(draft).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .toList();
        return violations.isEmpty()
                ? new Reading(Optional.of(draft), missing(draft, dossier))
                : new Reading(Optional.empty(), violations);
    }

    private static List<String> missing(Draft draft, Dossier dossier) {
        var judged = draft.competencies().stream().map(Draft.Judgement::name).collect(Collectors.toSet());
        return dossier.competencies().stream()
                .map(Competency::name)
                .filter(name -> !judged.contains(name))
                .map(name -> "the competency \"" + name + "\" is missing")
                .toList();
    }
}
