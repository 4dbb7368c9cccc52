package dev.colloquy.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.colloquy.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the catalogue of events names who publishes and who consumes, and nobody else does")
class EventTrafficTest {

    private static final Path ROOT = Path.of("..");
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";

    @Test
    @DisplayName("whoever makes an event publishes it")
    void namesThePublishers() throws IOException {
        assertEquals(catalogued("send"), inCode(EventTrafficTest::published));
    }

    @Test
    @DisplayName("a service is ready when the topics it publishes to are there")
    void asksForTheTopicsOfThePublishers() throws IOException {
        assertEquals(catalogued("send"), inCode(EventTrafficTest::askedFor));
    }

    @Test
    void namesTheConsumers() throws IOException {
        assertEquals(catalogued("receive"), inCode(EventTrafficTest::consumed));
    }

    @Test
    @DisplayName("each channel has a consumer group of its own, so that none halts another")
    void givesEachChannelAGroup() {
        for (var service : BuiltModules.SERVICES) {
            var settings = settings(service);
            var groups = channels(classes(service))
                    .map(channel -> settings.getProperty("mp.messaging.incoming." + channel + ".group.id", "none"))
                    .toList();
            assertEquals(
                    groups.size(),
                    groups.stream()
                            .distinct()
                            .filter(group -> !group.equals("none"))
                            .count(),
                    service);
        }
    }

    private static TreeSet<String> catalogued(String action) throws IOException {
        var catalogue = new YAMLMapper()
                .readTree(ROOT.resolve("interview-events/asyncapi.yaml").toFile());
        return StreamSupport.stream(catalogue.path("operations").spliterator(), false)
                .filter(operation -> operation.path("action").asText().equals(action))
                .filter(operation ->
                        !operation.path("tags").findValuesAsText("name").contains("planned"))
                .map(EventTrafficTest::traffic)
                .collect(toCollection(TreeSet::new));
    }

    private static String traffic(JsonNode operation) {
        var service = operation.at("/tags/0/name").asText();
        return service + ": " + operation.at("/channel/$ref").asText().replace("#/channels/", "");
    }

    private static TreeSet<String> inCode(BiFunction<String, JavaClasses, Stream<String>> traffic) {
        return BuiltModules.SERVICES.stream()
                .flatMap(service -> traffic.apply(service, classes(service)).map(topic -> service + ": " + topic))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> published(String service, JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .flatMap(call -> topicOf(call.getTargetOwner()));
    }

    private static Stream<String> askedFor(String service, JavaClasses classes) {
        return Stream.of(
                settings(service).getProperty("colloquy.messaging.topics").split(","));
    }

    private static Stream<String> topicOf(JavaClass type) {
        return Topics.ALL.entrySet().stream()
                .filter(topic -> type.isAssignableTo(topic.getValue()))
                .map(Map.Entry::getKey);
    }

    private static Stream<String> consumed(String service, JavaClasses classes) {
        var settings = settings(service);
        return channels(classes)
                .map(channel -> settings.getProperty("mp.messaging.incoming." + channel + ".topic", channel));
    }

    private static Stream<String> channels(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(INCOMING))
                .map(method -> (String)
                        method.getAnnotationOfType(INCOMING).get("value").orElseThrow());
    }

    private static Properties settings(String service) {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(ROOT.resolve(service + "/src/main/resources/application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static JavaClasses classes(String service) {
        return new ClassFileImporter().importPath(ROOT.resolve(service).resolve("target/classes"));
    }
}
