package dev.colloquy.local.mailbox;

import dev.colloquy.local.edge.Page;
import dev.colloquy.local.embedded.ReceivedMail;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code /mailbox} lists the mails, {@code /mailbox/<id>} shows one, {@code /mailbox/<id>/html} is its HTML part for
 * the frame of that page, {@code /mailbox/api/messages} is the list for programs.
 */
public final class Mailbox {

    private static final String HTML = "text/html; charset=utf-8";

    private final Vertx vertx;
    private final Supplier<List<ReceivedMail>> mails;

    public Mailbox(Vertx vertx, Supplier<List<ReceivedMail>> mails) {
        this.vertx = vertx;
        this.mails = mails;
    }

    public Map<String, Page> pages() {
        return Map.of("/mailbox", this::list, "/mailbox/api/messages", this::messages, "/mailbox/*", this::one);
    }

    private void list(HttpServerRequest request) {
        withMails(request, all -> Page.send(request, 200, HTML, MailPages.list(all)));
    }

    private void messages(HttpServerRequest request) {
        withMails(request, all -> {
            var json = new JsonArray(all.stream().map(Mailbox::json).toList());
            Page.send(request, 200, "application/json", json.encode());
        });
    }

    private void one(HttpServerRequest request) {
        var path = request.path().substring("/mailbox/".length());
        var frame = path.endsWith("/html");
        var id = frame ? path.substring(0, path.length() - "/html".length()) : path;
        withMails(request, all -> {
            var mail = all.stream().filter(found -> found.id().equals(id)).findFirst();
            if (mail.isEmpty()) {
                Page.send(request, 404, HTML, MailPages.missing());
            } else if (frame) {
                showHtml(request, mail.get());
            } else {
                Page.send(request, 200, HTML, MailPages.one(mail.get()));
            }
        });
    }

    /** The mail's own HTML runs no script and loads nothing; its links open in a new window. */
    private static void showHtml(HttpServerRequest request, ReceivedMail mail) {
        request.response()
                .putHeader(
                        "Content-Security-Policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                                + "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
        Page.send(
                request,
                200,
                HTML,
                "<base target=\"_blank\">" + Optional.ofNullable(mail.html()).orElse(""));
    }

    /** Mails are files: they are read off the event loop. */
    private void withMails(HttpServerRequest request, Consumer<List<ReceivedMail>> answer) {
        vertx.executeBlocking(mails::get, false)
                .onSuccess(answer::accept)
                .onFailure(_ -> Page.send(request, 500, HTML, MailPages.missing()));
    }

    private static JsonObject json(ReceivedMail mail) {
        return new JsonObject()
                .put("id", mail.id())
                .put("from", mail.from())
                .put("to", mail.to())
                .put("subject", mail.subject())
                .put("sentAt", mail.sentAt() == null ? null : mail.sentAt().toString())
                .put("text", mail.text())
                .put("html", mail.html())
                .put("attachments", new JsonArray(mail.attachments()))
                .put("calendar", mail.calendar());
    }
}
