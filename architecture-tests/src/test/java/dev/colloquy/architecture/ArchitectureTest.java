package dev.colloquy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

@AnalyzeClasses(locations = BuiltModules.class)
class ArchitectureTest {

    private static final String[] SERVICES = {
        "dev.colloquy.booking..",
        "dev.colloquy.session..",
        "dev.colloquy.webhook..",
        "dev.colloquy.gateway..",
        "dev.colloquy.report.."
    };
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime");

    @ArchTest
    static final ArchRule servicesKnowNothingOfEachOther = slices().matching(
                    "dev.colloquy.(booking|session|webhook|gateway|report)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.colloquy.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule eventsNeedNoFramework = classes()
            .that()
            .resideInAPackage("dev.colloquy.events")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.colloquy.events", "java..", "com.fasterxml.jackson.annotation", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule onlyTheRelaySends = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.apache\\.kafka\\.clients\\.producer\\..*|.*\\.(Mutiny)?Emitter|.*\\.reactive\\.messaging\\.Outgoing");

    @ArchTest
    static final ArchRule nobodyWaits = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .or()
            .resideInAnyPackage("dev.colloquy.messaging..", "dev.colloquy.access")
            .should()
            .callMethodWhere(describe(
                    "block a thread",
                    call -> calls(call, "java.lang.Thread", "sleep")
                            || calls(call, "io.smallrye.mutiny.Uni", "await")
                            || calls(call, "io.smallrye.mutiny.groups.UniAwait", "indefinitely")));

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethodWhere(describe(
                    "ask the system for the time",
                    call -> call.getTarget().getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty()
                            && CLOCKS.contains(call.getTargetOwner().getName())));

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule httpComesInThroughResources =
            classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should().haveNameMatching(".*(Resource|Client)");

    @ArchTest
    static final ArchRule eventsComeInThroughConsumers = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer");

    @ArchTest
    static final ArchRule socketsAreCalledSockets = classes()
            .that()
            .areAnnotatedWith("io.quarkus.websockets.next.WebSocket")
            .should()
            .haveSimpleNameEndingWith("Socket");

    @ArchTest
    static final ArchRule transactionsBeginInServices = methods()
            .that()
            .areAnnotatedWith("io.quarkus.hibernate.reactive.panache.common.WithTransaction")
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Service|Worker|Inbox)");

    @ArchTest
    static final ArchRule entitiesStayInside = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .should(have(describe("no entity in the signature", ArchitectureTest::hasNoEntity)));

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(
                    ".*(Impl|Manager|Helper|Utils?|Processor|Handler|Base|Data|Info|Dto|Abstract[A-Z]\\w*|V\\d)")
            .orShould()
            .resideInAnyPackage(
                    "..common..", "..core..", "..shared..", "..util..", "..helper..", "..base..", "..misc..");

    private static boolean calls(JavaCall<?> call, String owner, String method) {
        return call.getTargetOwner().getName().equals(owner)
                && call.getTarget().getName().equals(method);
    }

    private static boolean hasNoEntity(JavaMethod method) {
        return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .noneMatch(ArchitectureTest::isEntity);
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith("jakarta.persistence.Entity");
    }
}
