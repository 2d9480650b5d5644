package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 41: everything is found by Ctrl K, and no key goes past it to a task. */
@Order(41)
@ExtendWith(SharedSystem.class)
class CommandJourney {

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final String name = "Commands " + UUID.randomUUID().toString().substring(0, 8);
    private final Project project;
    private final List<Long> tasks;

    CommandJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        project = Project.create(system, name, 1);
        tasks = project.importTasks(List.of(Project.comparison(1), Project.comparison(2), Project.comparison(3)));
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aPageOfAProjectIsFoundByTheKeyboardAlone() {
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        openDialog();
        page.keyboard().type("sett " + name.substring(name.length() - 8));
        assertThat(chosen()).hasText(Pattern.compile("Settings\\s+" + name));
        visitor.findsAccessible(field());
        page.keyboard().press("Enter");

        assertThat(page).hasURL(system.connection().url() + "/projects/" + project.id() + "/settings");
        assertThat(field()).isHidden();
    }

    @Test
    void aTaskOfTheProjectAtHandIsFoundByItsNumber() {
        visitor.open("/projects/" + project.id() + "/overview");
        assertThat(page.getByText(name)).isVisible();
        openDialog();
        page.keyboard().type("#2");
        assertThat(chosen()).hasText(Pattern.compile("Task #2\\s+" + name));
        page.keyboard().press("Enter");

        assertThat(page).hasURL(system.connection().url() + "/projects/" + project.id() + "/tasks/" + tasks.get(1));
        assertThat(visitor.heading("Tasks")).isVisible();
    }

    @Test
    void noKeyGoesPastItToATaskThatIsLabeled() {
        label();
        openDialog();
        page.keyboard().type("120 bs");
        page.keyboard().press("Control+Enter");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Escape");
        assertThat(field()).isHidden();
        openDialog();
        page.mouse().click(5, 5);
        assertThat(field()).isHidden();

        assertThat(judged()).isZero();
        page.keyboard().press("1");
        LabelingPage.awaitSaved(page);
        assertThat(judged()).isEqualTo(1);
    }

    @Test
    void coloursAreSwitchedAndTheButtonKnows() {
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        openDialog();
        page.keyboard().type("dark");
        page.keyboard().press("Enter");

        assertThat(visitor.button("Colours: dark")).isVisible();
        assertThat(page.evaluate("document.documentElement.style.colorScheme")).isEqualTo("dark");
    }

    @Test
    void whoeverLogsOutByItIsOut() {
        visitor.open("/projects");
        assertThat(visitor.heading("Projects")).isVisible();
        openDialog();
        page.keyboard().type("log out");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Log out")).click();

        assertThat(page).hasURL(system.connection().url() + "/user/login");
        page.keyboard().press("Control+k");
        assertThat(page.getByLabel("Email")).isVisible();
        assertThat(field()).isHidden();
    }

    @Test
    void aProjectIsFoundOnHomeByItsTitle() {
        for (int i = 0; i < 6; i++) {
            Project.create(system, "Filler " + i + " of " + name, 1);
        }
        visitor.open("/projects");
        page.getByLabel("Find a project by its title").fill("filler 3 of " + name.toUpperCase(Locale.ROOT));

        assertThat(page.locator("project-card")).hasCount(1);
        assertThat(page.locator("project-card")).containsText("Import tasks");
        assertThat(page.getByText("1 project found.")).isAttached();
        visitor.findsAccessible(visitor.heading("Projects"));
    }

    private void label() {
        visitor.open("/projects/" + project.id() + "/label");
        assertThat(page.locator("labeling-view task-view")).isVisible();
        LabelingPage.awaitKeys(page);
    }

    private void openDialog() {
        assertThat(page.locator("prefstream-app")).isVisible();
        page.waitForCondition(() -> {
            if (!field().isVisible()) {
                page.keyboard().press("Control+k");
            }
            return field().isVisible();
        });
        assertThat(field()).isFocused();
    }

    private Locator field() {
        return page.getByRole(AriaRole.COMBOBOX,
                new Page.GetByRoleOptions().setName("Project, page, command or #task"));
    }

    private Locator chosen() {
        return page.getByRole(AriaRole.LISTBOX)
                .getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setSelected(true));
    }

    private int judged() {
        return project.owner().get(project.path("/judgements")).expect(200).json().path("judgements").size();
    }
}
