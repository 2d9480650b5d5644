package org.prefstream.labelstudio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.TaskRecord;

class ExportedTaskViewTest {

    private static final Instant IMPORTED = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void joinsATaskWithItsAnnotations() {
        AnnotationRecord judged = annotation(5, false, IMPORTED.plusSeconds(9));
        AnnotationRecord skipped = annotation(6, true, IMPORTED.plusSeconds(8));

        ExportedTaskView joined = ExportedTaskView.of(task(), List.of(judged, skipped));

        assertThat(joined).isEqualTo(new ExportedTaskView(42,
                List.of(ExportedAnnotationView.of(judged), ExportedAnnotationView.of(skipped)), List.of(), List.of(8L),
                Map.of("prompt", "p"), Map.of("batch", 7), IMPORTED, IMPORTED.plusSeconds(9), 3, 1, 1, 7, 105L));
        assertThat(joined.annotations().get(0)).isEqualTo(new ExportedAnnotationView(5, ExportedAuthor.of(105),
                List.of("region"), false, false, IMPORTED.plusSeconds(9), IMPORTED.plusSeconds(9), null,
                FloatNumber.of(new BigDecimal("1.5")), new UUID(0, 5), 21L, 42, 7, 105L, 8L, null, null, 0));
    }

    @Test
    void keepsTheTasksOwnLastChangeWhereNobodyJudgedItSince() {
        ExportedTaskView untouched = ExportedTaskView.of(task(), List.of());

        assertThat(untouched.updatedAt()).isEqualTo(IMPORTED.plusSeconds(2));
        assertThat(untouched.updatedBy()).isEqualTo(2L);
        assertThat(untouched.totalAnnotations()).isZero();
        assertThat(ExportedTaskView.of(task(), List.of(annotation(5, false, IMPORTED.plusSeconds(1)))).updatedBy())
                .isEqualTo(2L);
    }

    private static TaskRecord task() {
        return new TaskRecord(42, 7, 3, Map.of("prompt", "p"), Map.of("batch", 7), IMPORTED, IMPORTED.plusSeconds(2), 1,
                2, 1, "0".repeat(64), "train", List.of(new TaskRecord.Prediction(8, "m1", null)));
    }

    private static AnnotationRecord annotation(long id, boolean cancelled, Instant at) {
        return new AnnotationRecord(id, 42, 7, 100 + id, 100 + id, List.of("region"), cancelled, false, at, at,
                new BigDecimal("1.5"), new UUID(0, id), 8L, null, List.of(), List.of(0, 1), "0".repeat(64), null, 21L,
                cancelled ? "Both are cut off." : null);
    }
}
