package dev.colloquy.simulators.openai.model;

import dev.colloquy.simulators.openai.model.Evidence.Quote;
import dev.colloquy.simulators.openai.model.Interview.Competency;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The evaluation of an interview: overall score, strengths, concerns and questions follow from the evidence. */
final class EvaluationContent implements SchemaFiller.Content {

    private final List<Evidence> evidence;
    private final int answers;

    EvaluationContent(Interview interview) {
        this.evidence = interview.competencies().stream()
                .map(competency -> Evidence.of(competency, interview.answers()))
                .toList();
        this.answers = interview.answers().size();
    }

    @Override
    public Optional<Object> valueFor(String property, JsonObject schema, SchemaFiller filler) {
        String type = SchemaFiller.type(schema);
        String name = property.toLowerCase(Locale.ROOT);
        if (type.equals("array") && schema.getValue("items") instanceof JsonObject items) {
            return list(name, filler.resolve(items), filler).map(Object.class::cast);
        }
        if (type.equals("integer") || type.equals("number")) {
            return isScore(name) || name.contains("overall")
                    ? Optional.of(SchemaFiller.within(schema, meanScore(schema)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String sentence(String property) {
        long shown = evidence.stream().filter(each -> !each.quotes().isEmpty()).count();
        return "The candidate gave " + answers + " answers, with evidence for " + shown + " of " + evidence.size()
                + " competencies.";
    }

    private static boolean isScore(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return name.contains("score") || name.contains("rating") || name.contains("level");
    }

    private Optional<JsonArray> list(String name, JsonObject items, SchemaFiller filler) {
        if (items.getJsonObject("properties", new JsonObject()).containsKey("quotes")) {
            JsonArray filled = new JsonArray();
            evidence.forEach(each -> filled.add(filler.fill(items, new CompetencyContent(each))));
            return Optional.of(filled);
        }
        if (!SchemaFiller.type(items).equals("string") || items.containsKey("enum")) {
            return Optional.empty();
        }
        if (name.contains("strength")) {
            return Optional.of(statements(Evidence::isStrong, "Clear evidence of "));
        } else if (name.contains("concern") || name.contains("weakness") || name.contains("risk")) {
            return Optional.of(statements(Evidence::isThin, "Little evidence of "));
        } else if (name.contains("question") || name.contains("follow")) {
            return Optional.of(statements(each -> !each.isStrong(), "Could you give one more example of "));
        }
        return Optional.empty();
    }

    private JsonArray statements(Predicate<Evidence> which, String opening) {
        String end = opening.startsWith("Could") ? "?" : ".";
        return new JsonArray(evidence.stream()
                .filter(which)
                .map(Evidence::competency)
                .map(Competency::name)
                .map(name -> opening + name + end)
                .toList());
    }

    private double meanScore(JsonObject schema) {
        int lowest = Math.max(1, (int) SchemaFiller.lowest(schema));
        int highest = (int) SchemaFiller.highest(schema);
        return evidence.stream()
                .mapToInt(each -> each.score(lowest, highest))
                .average()
                .orElse(lowest);
    }

    /** One competency's part: its name, its score, and quotes that are in the transcript word for word. */
    private record CompetencyContent(Evidence evidence) implements SchemaFiller.Content {

        @Override
        public Optional<Object> valueFor(String property, JsonObject schema, SchemaFiller filler) {
            if (property.equals("quotes")) {
                return Optional.of(quotes(schema, filler));
            }
            return switch (SchemaFiller.type(schema)) {
                case "integer", "number" -> isScore(property) ? Optional.of(score(schema)) : Optional.empty();
                case "string" ->
                    schema.getValue("enum") instanceof JsonArray options ? named(options) : Optional.empty();
                default -> Optional.empty();
            };
        }

        @Override
        public String sentence(String property) {
            return switch (property.toLowerCase(Locale.ROOT)) {
                case "id", "key", "competencyid", "competency_id" ->
                    evidence.competency().id().isEmpty()
                            ? evidence.competency().name()
                            : evidence.competency().id();
                case "name", "title", "competency", "competencyname", "competency_name" ->
                    evidence.competency().name();
                default -> evidence.rationale();
            };
        }

        private Number score(JsonObject schema) {
            int lowest = Math.max(1, (int) SchemaFiller.lowest(schema));
            return SchemaFiller.within(schema, evidence.score(lowest, (int) SchemaFiller.highest(schema)));
        }

        private Optional<Object> named(JsonArray options) {
            return options.contains(evidence.competency().name())
                    ? Optional.of(evidence.competency().name())
                    : options.contains(evidence.competency().id())
                            ? Optional.of(evidence.competency().id())
                            : Optional.empty();
        }

        private JsonArray quotes(JsonObject schema, SchemaFiller filler) {
            JsonObject items = filler.resolve(schema.getJsonObject("items", new JsonObject()));
            JsonArray filled = new JsonArray();
            evidence.quotes().stream()
                    .limit(schema.getInteger("maxItems", evidence.quotes().size()))
                    .forEach(quote -> filled.add(
                            SchemaFiller.type(items).equals("object")
                                    ? filler.fill(items, new QuoteContent(quote))
                                    : quote.text()));
            return filled;
        }
    }

    /** One quote with the id of the entry it was taken from. */
    private record QuoteContent(Quote quote) implements SchemaFiller.Content {

        @Override
        public Optional<Object> valueFor(String property, JsonObject schema, SchemaFiller filler) {
            boolean number = SchemaFiller.type(schema).equals("integer");
            return number && quote.entryId().matches("\\d{1,9}")
                    ? Optional.of(Integer.valueOf(quote.entryId()))
                    : Optional.empty();
        }

        @Override
        public String sentence(String property) {
            String name = property.toLowerCase(Locale.ROOT);
            return name.contains("entry") || name.endsWith("id") ? quote.entryId() : quote.text();
        }
    }
}
