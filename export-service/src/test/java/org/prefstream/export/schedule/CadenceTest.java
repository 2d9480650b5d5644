package org.prefstream.export.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

/** When something is made again. The 29th of November 2026 is a Sunday. */
class CadenceTest {

    @ParameterizedTest
    @CsvSource({"hour, 00:15, , 2026-11-29T10:14:59Z, 2026-11-29T10:15:00Z",
            "hour, 07:15, , 2026-11-29T10:15:00Z, 2026-11-29T11:15:00Z",
            "hour, 00:15, , 2026-12-31T23:30:00Z, 2027-01-01T00:15:00Z",
            "day, 03:00, , 2026-11-29T02:59:59.999999Z, 2026-11-29T03:00:00Z",
            "day, 03:00, , 2026-11-29T03:00:00Z, 2026-11-30T03:00:00Z",
            "day, 23:59, , 2028-02-28T23:59:30Z, 2028-02-29T23:59:00Z",
            "week, 03:00, monday, 2026-11-29T10:00:00Z, 2026-11-30T03:00:00Z",
            "week, 03:00, sunday, 2026-11-29T10:00:00Z, 2026-12-06T03:00:00Z",
            "week, 12:00, sunday, 2026-11-29T10:00:00Z, 2026-11-29T12:00:00Z"})
    void theNextTimeIsTheFirstOneThatIsLater(String every, String at, String weekday, Instant after, Instant next) {
        String day = weekday == null ? "" : ",\"weekday\":\"" + weekday + "\"";
        Cadence cadence = Cadence.of(Fields.of("{\"every\":\"%s\",\"at\":\"%s\"%s}".formatted(every, at, day)), null);

        assertThat(cadence.next(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|every", "{\"every\":\"month\"}|every",
            "{\"every\":\"day\",\"at\":\"24:00\"}|at", "{\"every\":\"day\",\"at\":\"3:00\"}|at",
            "{\"every\":\"week\",\"weekday\":\"Monday\"}|weekday"})
    void whatIsNoTimeIsRefusedByItsName(String body, String field) {
        assertThatThrownBy(() -> Cadence.of(Fields.of(body), null)).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.violations().get(0).field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|week|04:30|friday", "{\"at\":\"05:00\"}|week|05:00|friday",
            "{\"every\":\"day\"}|day|04:30|", "{\"weekday\":\"tuesday\"}|week|04:30|tuesday"})
    void whatAChangeDoesNotNameStays(String body, String every, String at, String weekday) {
        Cadence before = Cadence.of(Fields.of("{\"every\":\"week\",\"at\":\"04:30\",\"weekday\":\"friday\"}"), null);

        Cadence changed = Cadence.of(Fields.of(body), before);

        assertThat(changed.every()).isEqualTo(every);
        assertThat(changed.at()).hasToString(at);
        assertThat(changed.weekday()).isEqualTo(weekday);
    }
}
