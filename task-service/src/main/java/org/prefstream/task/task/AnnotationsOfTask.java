package org.prefstream.task.task;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.AnnotationOfTask;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;
import org.prefstream.task.people.Accounts;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** Asks annotation-service, as the caller, for the annotations of one task: fresh, or not at all. */
@ApplicationScoped
class AnnotationsOfTask {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String AUTHOR = "completed_by";

    private final URI base;
    private final Accounts accounts;
    private final Transactions transactions;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    AnnotationsOfTask(@ConfigProperty(name = "prefstream.annotation.url") URI base, Accounts accounts,
            Transactions transactions) {
        this.base = base;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** {@return the annotations with their authors as objects; fails with a 503 if nobody answers} */
    Uni<List<AnnotationOfTask>> of(long taskId, Function<String, @Nullable String> callersHeader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/tasks/" + taskId + "/annotations/"))
                .timeout(TIMEOUT);
        for (String name : List.of("Authorization", "Cookie")) {
            String value = callersHeader.apply(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request.build(), BodyHandlers.ofString()))
                .onFailure()
                .transform(failure -> unreachable())
                .map(AnnotationsOfTask::read)
                .chain(this::withAuthors);
    }

    private static List<Sent> read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw unreachable();
        }
        return Json.readList(response.body()).stream().map(Sent::of).toList();
    }

    private Uni<List<AnnotationOfTask>> withAuthors(List<Sent> annotations) {
        List<Long> ids = annotations.stream().map(Sent::completedBy).filter(Objects::nonNull).distinct().toList();
        return transactions.read(() -> accounts.named(ids))
                .map(named -> annotations.stream().map(annotation -> annotation.by(named)).toList());
    }

    /**
     * An annotation as annotation-service shows it. All of it is passed on as it came, but for its author.
     *
     * @param completedBy the author's id; null where there is none
     */
    private record Sent(
            long id,
            @Nullable Long completedBy,
            @Nullable BigDecimal leadTime,
            Map<String, Object> members) {

        static Sent of(Object json) {
            Map<String, Object> members = Objects.requireNonNull(Json.asObject(json));
            Object leadTime = members.get("lead_time");
            return new Sent(Objects.requireNonNull(whole(members.get("id")), "an annotation's id"),
                    whole(members.get(AUTHOR)), leadTime == null ? null : new BigDecimal(leadTime.toString()), members);
        }

        AnnotationOfTask by(Map<Long, Account> named) {
            Map<String, Object> view = new LinkedHashMap<>(members);
            if (completedBy != null) {
                Account account = named.get(completedBy);
                view.put(AUTHOR, account == null ? new Unknown(completedBy) : AccountViews.author(account));
            }
            return new AnnotationOfTask(id, completedBy, leadTime, view);
        }

        private static @Nullable Long whole(@Nullable Object number) {
            return number instanceof Number whole ? whole.longValue() : null;
        }
    }

    /** An author whose account is gone. */
    private record Unknown(@JsonProperty("id") long id) {
    }

    private static ProblemException unreachable() {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The annotation service is not answering, and a task without its annotations would be half the truth. "
                        + "Try again shortly.");
    }
}
