package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 49: an owner is warned of judgements that lean to a side or to length, and sees what each person has done. */
@Order(49)
@ExtendWith(SharedSystem.class)
class FiguresJourney {

    private static final int TASKS = 12;

    private final Visitor visitor;
    private final Page page;
    private final Project project;
    private final Person one;
    private final Person other;

    /** One person always takes the left answer, which is the longer one, in three seconds; another one agrees in half of the cases. */
    FiguresJourney(RunningSystem system, Chromium.Shared browser) {
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        project = Project.create(system, "Figures", 2);
        one = project.member(system);
        other = project.member(system);
        List<Long> tasks = project.importTasks(IntStream.range(0, TASKS)
                .mapToObj(i -> Map.of("prompt", "Prompt " + i, "answer1", "A long answer to prompt " + i, "answer2",
                        "No " + i))
                .toList());
        for (int i = 0; i < TASKS; i++) {
            judge(one, tasks.get(i), "left", 3);
            if (i < 4) {
                judge(other, tasks.get(i), i % 2 == 0 ? "left" : "tie", 9);
            }
        }
        other.api()
                .post("/api/tasks/" + tasks.get(TASKS - 1) + "/annotations",
                        Map.of("result", List.of(), "was_cancelled", true))
                .expect(201);
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void sidesAndLengthThatAreChosenUnevenlyAreAWarning() {
        openOverview();

        // Wilson's interval of 14 out of 14 begins at 0.785.
        assertThat(card("Share of left")).containsText(Pattern.compile("100\\s?%.*\\(78\\s?% to 100\\s?%\\)"));
        assertThat(card("Share of left")).containsText("Sides are chosen unevenly");
        assertThat(card("Share of the longer answer"))
                .containsText(Pattern.compile("100\\s?%.*\\(78\\s?% to 100\\s?%\\)"));
        assertThat(card("Share of the longer answer")).containsText("Longer answers are chosen more often.");
        visitor.findsAccessible(card("Share of the longer answer"));
    }

    @Test
    void timeAgreementAndWhatRemainsAreToldWithHowTheyAreCounted() {
        openOverview();

        assertThat(card("Judgements")).containsText("16");
        assertThat(card("Judgements")).containsText("1 task was skipped.");
        assertThat(card("Time per judgement")).containsText(Pattern.compile("Median.*One in ten takes longer than"));
        assertThat(card("Tasks done")).containsText(Pattern.compile("4 of 12.*at the present pace", Pattern.DOTALL));
        assertThat(card("Records on the topic")).containsText(Pattern.compile("14.*ms\\.", Pattern.DOTALL));
        assertThat(card("Agreement"))
                .containsText(Pattern.compile("Krippendorff’s alpha.*\\(.* to .*\\)", Pattern.DOTALL));
        assertThat(card("Agreement")).containsText(Pattern.compile("50\\s?% of 4 pairs of judgements"));
        for (String figure : List.of("Verdicts on pairs", "Agreement", "Share of left", "Share of the longer answer")) {
            assertThat(card(figure).locator(".hint")).not().isEmpty();
        }
    }

    @Test
    void eachPersonHasAColumnOfTheCourseAndARowOfFigures() {
        openOverview();
        page.getByText("As a table").click();
        for (Person person : List.of(one, other)) {
            assertThat(page.locator("time-chart")
                    .getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName(nameOf(person))))
                    .isVisible();
        }

        assertThat(row("people-table", one)).containsText(Pattern.compile("12\\s+0\\s+3(\\.\\d)?\\s?sec\\s+100\\s?%"));
        assertThat(row("people-table", other)).containsText(Pattern.compile("4\\s+1\\s+9(\\.\\d)?\\s?sec\\s+100\\s?%"));
        visitor.open("/projects/" + project.id() + "/people");
        assertThat(row("member-table", one)).containsText(Pattern.compile("12\\s*0\\s*3(\\.\\d)?\\s?sec"));
        assertThat(row("member-table", other)).containsText(Pattern.compile("4\\s*1\\s*9(\\.\\d)?\\s?sec"));
    }

    private void openOverview() {
        visitor.open("/projects/" + project.id() + "/overview");
        assertThat(visitor.heading("Judgements over time")).isVisible();
    }

    private static void judge(Person person, long task, String selected, double seconds) {
        person.api()
                .post("/api/tasks/" + task + "/annotations",
                        Judgement.and(Judgement.of(selected), "lead_time", seconds))
                .expect(201);
    }

    private Locator card(String title) {
        Locator heading = page.getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(title).setExact(true).setLevel(2));
        return page.locator("overview-tab section").filter(new Locator.FilterOptions().setHas(heading));
    }

    private Locator row(String table, Person person) {
        return page.locator(table)
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(nameOf(person)));
    }

    private static String nameOf(Person person) {
        return "Pat " + person.email().substring(0, person.email().indexOf('@'));
    }
}
