package dev.colloquy.booking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusIntegrationTest
@DisplayName("B1: the packaged service starts its parser from its own libraries")
class PackagedIT {

    @Test
    void readsAResume() {
        given().multiPart("file", "cv.docx", Documents.docx("Grace Hopper"))
                .post("/api/upload-resume")
                .then()
                .statusCode(200)
                .body("resumeText", equalTo("Grace Hopper"));
    }
}
