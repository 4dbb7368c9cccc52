package dev.colloquy.booking.resume;

import static dev.colloquy.local.embedded.OidcResource.bearer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colloquy.booking.Documents;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("B1: resume upload")
class ResumeTest {

    private static final int LIMIT = 5 * 1024 * 1024;

    @TestHTTPResource("/api/upload-resume")
    URI uploads;

    @Test
    void readsAPdf() {
        upload("file", "cv.pdf", Documents.pdf("Ada   Lovelace wrote programs"))
                .statusCode(200)
                .body("resumeUrl", startsWith("/api/resumes/"))
                .body("resumeText", equalTo("Ada Lovelace wrote programs"))
                .body("extractionError", nullValue());
    }

    @Test
    void readsADocxFromTheOtherFieldName() {
        upload("resume", "CV.DOCX", Documents.docx("Grace Hopper found a bug"))
                .statusCode(200)
                .body("resumeText", equalTo("Grace Hopper found a bug"));
    }

    @Test
    void takesAScanWithoutTextAndSaysWhy() {
        upload("file", "scan.pdf", Documents.scannedPdf())
                .statusCode(200)
                .body("resumeUrl", startsWith("/api/resumes/"))
                .body("resumeText", nullValue())
                .body("extractionError", notNullValue());
    }

    @Test
    void servesTheFileToRecruitersOfTheTenantOnly() {
        var content = Documents.pdf("mine");
        String url = upload("file", "../../Ada CV.pdf", content).extract().path("resumeUrl");

        var served = given().auth()
                .oauth2(bearer("recruiter@acme"))
                .get(url)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", startsWith("attachment; filename=\""))
                .header("Content-Disposition", containsString("filename*=UTF-8''Ada%20CV.pdf"))
                .extract()
                .asByteArray();

        assertArrayEquals(content, served);
        given().get(url).then().statusCode(401);
        given().auth().oauth2(bearer("candidate@acme")).get(url).then().statusCode(403);
        given().auth().oauth2(bearer("recruiter@globex")).get(url).then().statusCode(404);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        upload("file", "cv.pdf", Arrays.copyOf(Documents.pdf("big"), LIMIT + 1))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/resume-too-large"))
                .body("violations[0].field", equalTo("file"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesARequestFarAboveTheLimit(boolean declared) throws IOException, InterruptedException {
        var form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n\r\n%s\r\n--x--\r\n";
        var body = form.formatted("x".repeat(4 * LIMIT)).getBytes(StandardCharsets.US_ASCII);
        var publisher = declared
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        var request = HttpRequest.newBuilder(uploads)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .timeout(Duration.ofSeconds(10))
                .POST(publisher)
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertEquals(413, answer.statusCode());
            assertTrue(answer.body().contains("\"field\":\"file\""), answer.body());
        }
    }

    @Test
    void takesAFileOfExactlyTheLimit() {
        upload("file", "cv.pdf", Arrays.copyOf(Documents.pdf("just fits"), LIMIT))
                .statusCode(200);
    }

    @Test
    void refusesContentThatDoesNotFitItsExtension() {
        refusesAs(415, "cv.pdf", Documents.docx("no pdf"));
        refusesAs(415, "cv.docx", Documents.pdf("no docx"));
        refusesAs(415, "cv.doc", Documents.docx("no doc"));
        refusesAs(415, "cv.exe", Documents.pdf("no exe"));
        refusesAs(415, "cv.pdf", "<html>".getBytes());
    }

    @Test
    void refusesAnEncryptedDocument() {
        refusesAs(422, "cv.pdf", Documents.encryptedPdf());
    }

    @Test
    void refusesADamagedDocument() {
        refusesAs(422, "cv.pdf", "%PDF-1.7 and then nothing".getBytes());
    }

    @Test
    void refusesAnEmptyFileAndAMissingPart() {
        refusesAs(400, "cv.pdf", new byte[0]);
        given().multiPart("other", "cv.pdf", Documents.pdf("lost"))
                .post("/api/upload-resume")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("file"));
    }

    @Test
    void answersAnUnknownResumeWith404() {
        given().auth()
                .oauth2(bearer("reviewer@acme"))
                .get("/api/resumes/019a0000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/resume-not-found"));
    }

    private static void refusesAs(int status, String name, byte[] content) {
        upload("file", name, content)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("file"));
    }

    private static ValidatableResponse upload(String field, String name, byte[] content) {
        return given().multiPart(field, name, content)
                .post("/api/upload-resume")
                .then();
    }
}
