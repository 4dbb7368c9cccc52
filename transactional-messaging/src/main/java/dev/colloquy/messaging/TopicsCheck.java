package dev.colloquy.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Not ready while a topic that the service publishes or consumes is missing or closed to it: that is a mistake of the
 * installation, and messages are kept until it is mended. A broker that cannot be reached is no reason to turn users
 * away: the service goes on without it.
 */
@Readiness
@ApplicationScoped
class TopicsCheck implements AsyncHealthCheck {

    private static final String NAME = "Topics";
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private record Answer(String topic, @Nullable Throwable failure) {

        boolean isMistake() {
            return switch (failure) {
                case UnknownTopicOrPartitionException _, InvalidTopicException _, AuthorizationException _ -> true;
                case null, default -> false;
            };
        }

        String advice() {
            return switch (failure) {
                case UnknownTopicOrPartitionException _ -> "missing: create it";
                case AuthorizationException _ -> "closed to this service: allow it to describe, write and read";
                case null, default -> String.valueOf(failure);
            };
        }
    }

    private final Map<String, Object> kafka;
    private final MessagingConfig messaging;
    private final ChannelRegistry channels;
    private final Config config;
    private @Nullable Admin admin;

    TopicsCheck(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MessagingConfig messaging,
            ChannelRegistry channels,
            Config config) {
        this.kafka = kafka;
        this.messaging = messaging;
        this.channels = channels;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var options = new DescribeTopicsOptions().timeoutMs((int) LIMIT.toMillis());
        return Uni.createFrom()
                .item(() -> admin().describeTopics(topics(), options).topicNameValues())
                .onItem()
                .transformToMulti(topics -> Multi.createFrom().iterable(topics.entrySet()))
                .onItem()
                .transformToUniAndMerge(topic -> answerOn(topic.getKey(), topic.getValue()))
                .collect()
                .asList()
                .map(TopicsCheck::judge);
    }

    private static Uni<Answer> answerOn(String topic, KafkaFuture<TopicDescription> described) {
        return Uni.createFrom()
                .completionStage(described::toCompletionStage)
                .map(_ -> new Answer(topic, null))
                .onFailure()
                .recoverWithItem(failure -> new Answer(topic, failure));
    }

    private static HealthCheckResponse judge(List<Answer> answers) {
        var response = HealthCheckResponse.named(NAME);
        answers.stream()
                .filter(answer -> answer.failure() != null)
                .forEach(answer -> response.withData(answer.topic(), answer.advice()));
        return response.status(answers.stream().noneMatch(Answer::isMistake)).build();
    }

    private Set<String> topics() {
        var topics = new TreeSet<>(messaging.topics().orElse(Set.of()));
        for (var channel : channels.getIncomingNames()) {
            topics.add(config.getOptionalValue("mp.messaging.incoming." + channel + ".topic", String.class)
                    .orElse(channel));
        }
        return topics;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            var settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(LIMIT);
        }
    }
}
