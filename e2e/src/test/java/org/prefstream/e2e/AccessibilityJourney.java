package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Accessibility;
import org.prefstream.e2e.support.Accessibility.Violation;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.options.AriaRole;

/** Journey 9: the way to the tasks can be gone by people who do not see the pages, or use no mouse. */
@Order(9)
@ExtendWith(SharedSystem.class)
class AccessibilityJourney {

    final RunningSystem system;
    final Chromium.Shared browser;
    Visitor visitor;

    AccessibilityJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    @BeforeEach
    void openABrowser() {
        visitor = Visitor.of(system, browser);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void whatIsWrongIsFound() {
        visitor.page()
                .setContent("<html lang='en'><title>Wrong</title><main><h1>Wrong</h1><img src='data:,'></main></html>");

        assertThat(Accessibility.violations(visitor.page())).extracting(Violation::rule).containsExactly("image-alt");
    }

    @Test
    void theLogInPage() {
        visitor.open("/user/login");
        visitor.findsAccessible(visitor.button("Log in"));

        visitor.button("Log in").click();
        visitor.findsAccessible(visitor.page().getByRole(AriaRole.ALERT));
    }

    @Test
    void theProjectsPage() {
        Project project = Project.create(system, "Accessible " + UUID.randomUUID(), 1);
        project.importComparisons(1);
        visitor.logIn(project.member(system));
        visitor.open("/projects");
        visitor.findsAccessible(visitor.heading("Projects"));
    }

    @Test
    void aProjectWithoutTasks() {
        visitor.logIn(Project.create(system, "Accessible " + UUID.randomUUID(), 1).member(system));
        visitor.open("/projects");
        visitor.findsAccessible(visitor.page().getByText("No tasks yet"));
    }

    @Test
    void theProjectsPageOfSomebodyWithoutProjects() {
        visitor.logIn(Person.annotator(system));
        visitor.open("/projects");
        visitor.findsAccessible(visitor.heading("No project yet"));
    }

    /** Other journeys have made projects by now. */
    @Test
    void theProjectsPageBeforeTheFirstProject() {
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.answer("**/api/projects?*", 200, "{\"count\": 0, \"next\": null, \"previous\": null, \"results\": []}");
        visitor.open("/projects");
        visitor.findsAccessible(visitor.heading("Create the first project"));
    }

    @Test
    void theProjectsPageWhileTheServerIsAway() {
        visitor.logIn(Person.annotator(system));
        visitor.answer("**/api/projects?*", 503, "{}");
        visitor.open("/projects");
        visitor.findsAccessible(visitor.heading("The projects cannot be shown right now"));
    }

    @Test
    void theWholeServerAway() {
        visitor.answer("**/api/current-user/whoami", 503, "{}");
        visitor.open("/projects");
        visitor.findsAccessible(visitor.heading("Prefstream cannot be reached right now"));
    }

    @Test
    void anAddressThatLeadsNowhere() {
        visitor.logIn(Person.annotator(system));
        visitor.open("/nowhere");
        visitor.findsAccessible(visitor.heading("There is no such page"));
    }
}
