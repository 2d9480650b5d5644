package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.security.Hashes;
import org.prefstream.task.task.NewTask.NewPrediction;
import org.prefstream.task.task.Task.FormerData;

class TaskContentTest {

    private static final Instant IMPORTED = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant CHANGED = IMPORTED.plusSeconds(60);
    private static final TaskContent FIRST = TaskContent.of(Map.of("prompt", new BigDecimal("1.50")), Map.of("a", 1));
    private static final TaskContent SECOND = TaskContent.of(Map.of("prompt", "q"), Map.of());

    @Test
    void isWrittenAndHashedAsItIsStored() {
        assertThat(FIRST.dataJson()).isEqualTo("{\"prompt\":1.50}");
        assertThat(FIRST.metaJson()).isEqualTo("{\"a\":1}");
        assertThat(FIRST.dataSha256()).isEqualTo(Hashes.sha256("{\"prompt\":1.50}"));
    }

    @Test
    void aNewTaskIsPublishedAsItCame() {
        TaskRecord record = task(0).record(FIRST, List.of());

        assertThat(record.data()).isEqualTo(FIRST.data());
        assertThat(record.contentSha256()).isEqualTo(FIRST.dataSha256());
        assertThat(record.createdAt()).isEqualTo(IMPORTED).isEqualTo(record.updatedAt());
        assertThat(record.updatedBy()).isEqualTo(7).isEqualTo(record.createdBy());
        assertThat(task(0).content()).isEqualTo(FIRST);
    }

    @Test
    void theRecordOfANewTaskIsTheTextOfItsFields() {
        TaskContent content = TaskContent.of(Map.of("p", "é☃\u2028\"\n", "n", new BigDecimal("1E+5")), Map.of("m", 1));
        var predictions = List.of(new NewPrediction(11, "[]", new BigDecimal("0.750"), "m \"1\""),
                new NewPrediction(12, "[]", null, ""));

        for (var coming : List.of(predictions, List.<NewPrediction>of())) {
            NewTask task = new NewTask(42, 5, 3, 9, 2, content, coming, 1, false);
            OutboxEntry entry = new TaskRecordJson(7, IMPORTED).entry(task);

            assertThat(entry).isEqualTo(OutboxEntry.put(new Task(task, 7, IMPORTED).record(content,
                    coming.stream().map(each -> new Prediction(each, 42, IMPORTED).summary()).toList()), 5));
        }
    }

    @Test
    void aRewrittenTaskSaysWhoChangedItAndWhen() {
        Task task = task(0);

        assertThat(task.rewrite(SECOND, false, 6, 8, CHANGED)).isEmpty();

        TaskRecord record = task.record(SECOND, List.of());
        assertThat(task.revision()).isEqualTo(6);
        assertThat(record.updatedAt()).isEqualTo(CHANGED);
        assertThat(record.updatedBy()).isEqualTo(8);
        assertThat(record.createdAt()).isEqualTo(IMPORTED);
        assertThat(task.dataJson()).isEqualTo(SECOND.dataJson());
    }

    @Test
    void formerDataIsKeptWhereAnnotationsCameWithIt() {
        TaskContent otherMeta = TaskContent.of(FIRST.data(), Map.of("a", 2));

        assertThat(task(1).rewrite(SECOND, false, 6, 8, CHANGED))
                .contains(new FormerData(42, FIRST.dataSha256(), FIRST.dataJson()));
        assertThat(task(1).rewrite(otherMeta, false, 6, 8, CHANGED)).isEmpty();
    }

    @Test
    void aRevisionNeverFalls() {
        assertThatThrownBy(() -> task(0).rewrite(SECOND, false, 5, 8, CHANGED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 5");
        assertThatThrownBy(() -> task(0).rewrite(SECOND, false, 4, 8, CHANGED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Task task(int annotations) {
        return new Task(new NewTask(42, 5, 3, 1, 2, FIRST, List.of(), annotations, false), 7, IMPORTED);
    }
}
