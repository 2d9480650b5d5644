package org.prefstream.labelstudio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.labelstudio.json.Json;

class ViewsTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T03:00:00.5Z");
    private static final Instant UPDATED = Instant.parse("2026-11-23T04:00:00Z");
    private static final UUID UNIQUE_ID = UUID.fromString("6f1c2a52-5d1e-4c11-9d57-0a3f2f0f6a11");

    @Test
    void writesAnAnnotationAsTheApiShowsIt() {
        assertThat(Json.write(new AnnotationView(9, "[{\"n\":1.50}]", "A B a@b.c, 7", "1\u00a0hour", 7, false, true,
                CREATED, UPDATED, new BigDecimal("1.5"), null, 4, 2, 8, UNIQUE_ID, 3L, null, null, 0))).isEqualTo(
                        """
                                {"id":9,"result":[{"n":1.50}],"created_username":"A B a@b.c, 7","created_ago":"1\u00a0hour",\
                                "completed_by":7,"was_cancelled":false,"ground_truth":true,\
                                "created_at":"2026-11-23T03:00:00.500000Z","updated_at":"2026-11-23T04:00:00.000000Z",\
                                "draft_created_at":null,"lead_time":1.5,"import_id":null,"last_action":null,\
                                "bulk_created":false,"task":4,"project":2,"updated_by":8,"unique_id":"6f1c2a52-5d1e-4c11-9d57-0a3f2f0f6a11",\
                                "parent_prediction":3,"parent_annotation":null,"last_created_by":null}""");
    }

    @Test
    void writesADraft() {
        assertThat(Json.write(new DraftView(5, "a@b.c", "A B a@b.c, 7", "0\u00a0minutes", "[]", null, false, null,
                CREATED, UPDATED, 4, null))).isEqualTo("""
                        {"id":5,"user":"a@b.c","created_username":"A B a@b.c, 7","created_ago":"0\u00a0minutes",\
                        "result":[],"lead_time":null,"was_postponed":false,"import_id":null,\
                        "created_at":"2026-11-23T03:00:00.500000Z","updated_at":"2026-11-23T04:00:00.000000Z",\
                        "task":4,"annotation":null}""");
    }

    @Test
    void writesTheNextTaskWithoutWhatOthersSaidOfIt() {
        var task = new TaskState(4, 2, 3, Map.of("prompt", "p"), Map.of(), CREATED, UPDATED, null, false, 5, 0, 0, 0,
                null);

        assertThat(Json.write(new NextTaskView(task, "lock"))).isEqualTo("""
                {"id":4,"predictions":[],"annotations":[],"drafts":[],"updated_by":[],"unique_lock_id":"lock",\
                "data":{"prompt":"p"},"meta":{},"created_at":"2026-11-23T03:00:00.500000Z",\
                "updated_at":"2026-11-23T04:00:00.000000Z","is_labeled":false,"overlap":5,"inner_id":3,\
                "total_annotations":0,"cancelled_annotations":0,"total_predictions":0,"comment_count":0,\
                "unresolved_comment_count":0,"last_comment_updated_at":null,"project":2,"file_upload":null,\
                "comment_authors":[],"queue":"Sequence queue"}""");
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0 minutes", "PT59.9S,0 minutes", "PT1M,1 minute", "PT59M59S,59 minutes", "PT1H,1 hour",
            "PT23H59M,23 hours", "PT24H,1 day", "PT1000H,41 days"})
    void saysHowLongAgoInTheLargestUnit(Duration age, String words) {
        assertThat(CreatedAgo.of(CREATED, CREATED.plus(age))).isEqualTo(words.replace(' ', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({"1,1.0", "1.5,1.5", "12.25,12.25", "0,0.0", ","})
    void writesLeadTimesWithAPoint(BigDecimal leadTime, BigDecimal written) {
        assertThat(AnnotationView.seconds(leadTime)).isEqualTo(written);
    }
}
