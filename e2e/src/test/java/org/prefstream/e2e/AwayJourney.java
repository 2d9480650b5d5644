package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

/** Journey 50: each page of a project says that the server is away, and shows itself once it is there, without being loaded anew. */
@Order(50)
@ExtendWith(SharedSystem.class)
class AwayJourney {

    private final Visitor visitor;
    private final Page page;
    private final Project project;

    AwayJourney(RunningSystem system, Chromium.Shared browser) {
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        project = Project.create(system, "Away", 1);
        project.importComparisons(1);
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @ParameterizedTest
    @CsvSource({"overview, **/statistics, The figures cannot be shown right now, Nothing is judged yet",
            "tasks, **/api/tasks?*, The tasks cannot be shown right now, Tasks",
            "people, **/api/users, The people cannot be shown right now, Members",
            "export, **/export/formats, The formats cannot be shown right now, Export",
            "settings, **/api/projects/*, The project cannot be shown right now, Settings"})
    void whatHappenedIsSaidWithWhatToTry(String tab, String requests, String headline, String heading) {
        visitor.answer(requests, 503, "{}");
        visitor.open("/projects/" + project.id() + "/" + tab);
        visitor.findsAccessible(visitor.heading(headline));

        page.unroute(requests);
        page.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Try")).first().click();
        assertThat(visitor.heading(headline)).hasCount(0);
        assertThat(
                page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading).setExact(true)).first())
                .isVisible();
    }

    @Test
    void aProjectThatIsNoneSaysSo() {
        visitor.open("/projects/999999999/overview");
        visitor.findsAccessible(visitor.heading("There is no such project"));
    }

    /** The answer comes after the skeleton was seen. */
    @Test
    void aSkeletonStandsWhereFiguresWillBe() {
        Route[] held = new Route[1];
        page.route("**/statistics", route -> held[0] = route);
        visitor.open("/projects/" + project.id() + "/overview");
        assertThat(page.locator("overview-tab .waiting")).hasCount(5);

        held[0].resume();
        assertThat(visitor.heading("Nothing is judged yet")).isVisible();
        assertThat(page.locator("overview-tab .waiting")).hasCount(0);
    }
}
