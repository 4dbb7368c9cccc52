package dev.colloquy.webhooks.load;

import dev.colloquy.webhooks.load.Webhook.Meaning;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.HdrHistogram.Histogram;

/**
 * What was sent and what came of it, as the senders noted it.
 *
 * @param told rows of acknowledged webhooks that become events: provider, dedupe key and hash of the body
 * @param stored rows of the other acknowledged ones
 * @param forged hashes of forged bodies
 * @param believed hashes of those that were acknowledged
 * @param refused rows of genuine ones that were answered 4xx
 * @param givenUp rows of genuine ones without an answer that says it is delivered, after the last attempt
 */
public record Ledger(
        Set<String> told,
        Set<String> stored,
        Set<String> forged,
        Set<String> believed,
        Set<String> refused,
        Set<String> givenUp,
        Queue<Answer> answers) {

    static Ledger empty() {
        return new Ledger(
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                ConcurrentHashMap.newKeySet(),
                new ConcurrentLinkedQueue<>());
    }

    public int acknowledged() {
        return told.size() + stored.size();
    }

    /** Microseconds from the intended start of each attempt since then to its answer. */
    public Histogram times(long since) {
        var micros = new Histogram(3);
        answers.stream()
                .filter(answer -> answer.due() >= since)
                .forEach(answer -> micros.recordValue(answer.time().toNanos() / 1000));
        return micros;
    }

    /** How many attempts since then were answered so. */
    public long count(int status, long since) {
        return answers.stream()
                .filter(answer -> answer.due() >= since && answer.status() == status)
                .count();
    }

    void sending(Webhook webhook) {
        if (webhook.meaning() == Meaning.FORGED) {
            forged.add(Hashes.hex(webhook.body()));
        }
    }

    void answered(Webhook webhook, Answer answer) {
        answers.add(answer);
        if (answer.isAcknowledged()) {
            acknowledged(webhook.meaning()).add(identity(webhook));
        } else if (answer.isFinal() && webhook.meaning() != Meaning.FORGED) {
            refused.add(webhook.row() + " " + answer.status());
        }
    }

    void givenUp(Webhook webhook) {
        givenUp.add(webhook.row());
    }

    private Set<String> acknowledged(Meaning meaning) {
        return switch (meaning) {
            case TOLD -> told;
            case STORED -> stored;
            case FORGED -> believed;
        };
    }

    private static String identity(Webhook webhook) {
        return webhook.meaning() == Meaning.FORGED ? Hashes.hex(webhook.body()) : webhook.row();
    }
}
