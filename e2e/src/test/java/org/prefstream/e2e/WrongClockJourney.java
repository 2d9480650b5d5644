package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Page;

/** Journey 18: the clock of the person's computer is wrong. */
@Order(18)
@ExtendWith(SharedSystem.class)
class WrongClockJourney {

    static final String SKEW = """
            const skew = %d * 60_000;
            const Real = Date;
            globalThis.Date = class extends Real {
              constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + skew); }
              static now() { return Real.now() + skew; }
            };""";

    final RunningSystem system;

    WrongClockJourney(RunningSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 5})
    void tasksAreHeldAndTimesAreTrueWhereTheClockIsMinutesWrong(int minutes) {
        String title = "At another time " + UUID.randomUUID().toString().substring(0, 8);
        Project project = Project.create(system, title, 1);
        project.importComparisons(4);
        Instant begin = Instant.now();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.newPage();
            page.addInitScript(SKEW.formatted(minutes));
            LabelingPage labeling = LabelingPage.open(page, system, project.member(system), title);

            for (int i = 0; i < 3; i++) {
                labeling.press("1");
            }
            labeling.awaitSaved();
            assertThat(page.getByText("You were away for a while")).isHidden();
            page.keyboard().press("j");
            // A clock that is ahead says minutes ago; none says that a judgement is still to come.
            assertThat(page.getByText(minutes > 0 ? "minutes ago" : "now").first()).isVisible();
        }

        assertThat(project.exportedAnnotations()).hasSize(3).allSatisfy(annotation -> {
            assertThat(annotation.path("lead_time").asDouble()).isBetween(0.0, seconds(begin));
            assertThat(Instant.parse(annotation.path("created_at").asText())).isBetween(begin, Instant.now());
        });
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
