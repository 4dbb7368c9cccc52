package dev.colloquy.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A candidate books, joins a LiveKit room, is interviewed, hangs up, and gets a report. */
final class BookedInterview {

    private static final String SDP_OFFER = Samples.text("offer.sdp");

    private final StackAddress stack;
    private final Web web;
    private final Steps steps;
    private final Clock clock;

    BookedInterview(StackAddress stack, Web web, Steps steps, Clock clock) {
        this.stack = stack;
        this.web = web;
        this.steps = steps;
        this.clock = clock;
    }

    /** Plays it; answers where its results are. */
    String play() {
        steps.title("A booked interview over LiveKit");
        var resume = steps.step("a PDF resume is read", () -> upload("resume.pdf", "application/pdf"));
        steps.step(
                "a DOCX resume is read",
                () -> upload("resume.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        var booking = steps.step("a slot is booked", () -> schedule(resume));
        var link = booking.getString("interviewUrl");
        steps.await(
                "the mail with the link has arrived",
                () -> web.list(stack.mailbox()),
                mails -> mails.encode().contains(link));
        var token = link.substring(link.lastIndexOf('/') + 1);
        steps.step("the link opens the booking", () -> open(token));
        var details = steps.step("the candidate is let in", () -> join(token));
        var socket = steps.step("the realtime socket is open", () -> connect(details));
        steps.step("the call is negotiated (SDP)", () -> negotiate(socket));
        var me = details.getString("sessionToken");
        var interview = details.getString("sessionId");
        steps.await("the recorder runs", () -> journal(), seen -> seen.contains("EGRESS_ACTIVE"));
        steps.step("the agent saves the transcript", () -> saveTranscript(interview));
        steps.step("the candidate hangs up", () -> end(interview, me));
        steps.step("the socket is told and closed (1000)", () -> awaitClose(socket));
        var results = steps.await("the report is there", () -> results(interview, me), Results::areComplete);
        steps.step("the results hold transcript, recording and verified quotes", () -> Results.verify(results, true));
        return Results.link(stack, interview);
    }

    /** Books and lets the candidate in, no more: the connection details. */
    JsonObject admitted() {
        var link = schedule(upload("resume.pdf", "application/pdf")).getString("interviewUrl");
        return join(link.substring(link.lastIndexOf('/') + 1));
    }

    private JsonObject upload(String file, String contentType) {
        var form = new MultipartForm("file", file, contentType, Samples.bytes(file));
        var answer = web.post(stack.edge() + "/api/upload-resume", null, form.contentType(), form.publisher());
        var text = String.valueOf(answer.getString("resumeText"));
        steps.check(text.contains("settlement service"), "The text of %s was not read: %s", file, answer);
        return answer;
    }

    private JsonObject schedule(JsonObject resume) {
        var request = new JsonObject()
                .put("name", "Maria Lindqvist")
                .put("email", "maria@example.org")
                .put("phone", "+46 8 123 456 78")
                .put("datetime", clock.instant().plus(Duration.ofMinutes(2)).toString())
                .put("timeZone", "Europe/Stockholm")
                .put("resumeUrl", resume.getString("resumeUrl"))
                .put("resumeText", resume.getString("resumeText"))
                .put("consent", true);
        var booking = web.post(stack.edge() + "/api/schedule-interview", null, request);
        steps.check(booking.getBoolean("ok", false), "Not booked: %s", booking);
        steps.check(booking.getBoolean("emailSent", false), "The mail was not sent at once: %s", booking);
        return booking;
    }

    private JsonObject open(String token) {
        var booking = web.get(stack.edge() + "/api/bookings/" + token, null);
        steps.check("open".equals(booking.getString("window")), "The window is not open: %s", booking);
        return booking;
    }

    private JsonObject join(String token) {
        var agents = new JsonArray().add(new JsonObject().put("agent_name", "my-interviewer"));
        var details = web.post(
                stack.edge() + "/api/connection-details",
                null,
                new JsonObject()
                        .put("room_config", new JsonObject().put("agents", agents))
                        .put("token", token));
        web.post(
                stack.simulators() + "/control/livekit/join",
                null,
                new JsonObject().put("token", details.getString("participantToken")));
        return details;
    }

    private InterviewSocket connect(JsonObject details) {
        var start = web.post(
                stack.edge() + "/api/interview-start",
                details.getString("sessionToken"),
                new JsonObject().put("session_id", details.getString("sessionId")));
        return new InterviewSocket(
                web.client(), start.getString("webrtc_server_url"), stack.edge(), start.getString("ticket"));
    }

    private JsonObject negotiate(InterviewSocket socket) {
        socket.send(new JsonObject().put("type", "sdp_offer").put("sdp", SDP_OFFER));
        var answer = socket.next("sdp_answer");
        steps.check(answer.getString("sdp").startsWith("v=0"), "Not an SDP answer: %s", answer);
        return answer;
    }

    private String journal() {
        return web.get(
                        URI.create(stack.simulators() + "/control/journal?provider=livekit")
                                .toString(),
                        null)
                .encode();
    }

    private JsonObject saveTranscript(String interview) {
        var entries = new ArrayList<JsonObject>();
        Instant at = clock.instant();
        List<String> lines = Samples.lines("conversation.txt");
        for (int i = 0; i < lines.size(); i++) {
            var speakerAndText = lines.get(i).split(": ", 2);
            entries.add(new JsonObject()
                    .put("speaker", speakerAndText[0])
                    .put("text", speakerAndText[1])
                    .put("timestamp", at.plusSeconds(10L * i).toString())
                    .put("start_ms", 10_000 * i)
                    .put("item_id", "item_" + i));
        }
        return web.post(
                stack.edge() + "/api/interviews/" + interview + "/transcript",
                new Bearers(stack, web).ofClient("interviewer-agent"),
                new JsonObject().put("entries", new JsonArray(entries)).put("completed", true));
    }

    private JsonObject end(String interview, String bearer) {
        return web.post(
                stack.edge() + "/api/session/end-session", bearer, new JsonObject().put("sessionId", interview));
    }

    private JsonObject awaitClose(InterviewSocket socket) {
        var told = socket.next("session_ended");
        int code = socket.closeCode();
        steps.check(code == 1000, "The socket was closed with %d", code);
        return told;
    }

    private JsonObject results(String interview, String bearer) {
        return web.get(stack.edge() + "/api/interviews/" + interview + "/results", bearer);
    }
}
