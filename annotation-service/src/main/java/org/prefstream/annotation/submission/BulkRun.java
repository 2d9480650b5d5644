package org.prefstream.annotation.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.submission.StoreBulk.ItemAnswer;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The submits of one bulk request on their way: some at a time, and those of one task one after another in the order of the
 * request.
 */
final class BulkRun {

    /** Three groups: two are being stored, and the next one waits. */
    private static final int AT_ONCE_MAX = 384;
    /** The bytes of those that are on their way at once: with a key, a submit is kept as text, too. */
    private static final long BYTES_AT_ONCE_MAX = 5L * 1024 * 1024;
    /** A submit with its place in the request. */
    private record Item(int index, Submission submission, Fields fields) {
    }

    private final StoreJudgements storeJudgements;
    private final Arrived arrived;
    private final Person person;
    private final @Nullable String key;

    BulkRun(StoreJudgements storeJudgements, Arrived arrived, Person person, @Nullable String key) {
        this.storeJudgements = storeJudgements;
        this.arrived = arrived;
        this.person = person;
        this.key = key;
    }

    /** {@return the answers to submits, in their order} */
    Uni<List<ItemAnswer>> answers(List<Fields> sent) {
        ItemAnswer[] answers = new ItemAnswer[sent.size()];
        return Multi.createFrom()
                .iterable(byTask(sent, answers))
                .onItem()
                .transformToUni(items -> oneAfterAnother(items, answers))
                .merge(atOnce(sent))
                .collect()
                .last()
                .map(last -> List.of(answers));
    }

    private static int atOnce(List<Fields> sent) {
        long largest = sent.stream().mapToLong(Fields::bytes).max().orElse(1);
        return (int) Math.max(1, Math.min(AT_ONCE_MAX, BYTES_AT_ONCE_MAX / largest));
    }

    /** Answers what can be refused at once. {@return the others, by their tasks} */
    private List<List<Item>> byTask(List<Fields> sent, ItemAnswer[] answers) {
        Map<Long, List<Item>> byTask = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            try {
                Submission submission = Submission.of(sent.get(i).id("task"), person, sent.get(i), false);
                byTask.computeIfAbsent(submission.taskId(), task -> new ArrayList<>())
                        .add(new Item(i, submission, sent.get(i)));
            } catch (ProblemException refused) {
                answers[i] = ItemAnswer.of(refused);
            }
        }
        return List.copyOf(byTask.values());
    }

    private Uni<Void> oneAfterAnother(List<Item> items, ItemAnswer[] answers) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> answer(item).invoke(answer -> answers[item.index] = answer))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<ItemAnswer> answer(Item item) {
        return store(item).onFailure(NotKnownHere.class)
                .recoverWithUni(() -> arrived.bring(item.submission.taskId(), person).chain(() -> store(item)))
                .onFailure(NotKnownHere.class)
                .transform(gone -> ProblemException.notFound("No Task matches the given query."))
                .map(ItemAnswer::of)
                .onFailure()
                .recoverWithItem(failure -> ItemAnswer.of(failure));
    }

    private Uni<Answer> store(Item item) {
        Request request = new Request(person.id(), "POST", BulkResource.PATH,
                key == null ? null : key + "/" + item.index, item.fields);
        return storeJudgements.storeInBulk(item.submission, request, item.fields);
    }
}
