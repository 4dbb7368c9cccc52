package dev.colloquy.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.colloquy.local.embedded.KafkaResource;
import dev.colloquy.local.embedded.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
@QuarkusTestResource(KafkaResource.class)
class OutageProblemsTest {

    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where query like '%pg_sleep(20)%' and state = 'active' and pid <> pg_backend_pid()""";

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "53300"})
    @DisplayName("K11: a request that loses to a conflict or finds the database full is told to come again")
    void tellsTheCallerToTryAgain(String sqlState) {
        post("raise/" + sqlState, 503);
    }

    @Test
    @DisplayName("K11: a request whose connection is cut in mid-transaction is told to come again")
    void tellsTheCallerToTryAgainWhenItsConnectionIsCut() {
        var cut = Thread.startVirtualThread(() -> await().until(() ->
                pool.query(CUT).execute().await().atMost(Duration.ofSeconds(10)).rowCount() == 1));
        given().post("/payments/sleep")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/try-again"));
        await().until(() -> !cut.isAlive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"22012", "23505", "42501"})
    void callsAMistakeAMistake(String sqlState) {
        post("raise/" + sqlState, 500);
    }

    private static void post(String path, int status) {
        given().post("/payments/" + path).then().statusCode(status);
    }
}
