package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 40: an annotator changes name, password and token, and finds again what was judged in two projects. */
@Order(40)
@ExtendWith(SharedSystem.class)
class AccountJourney {

    private static final String NEXT = "quite another password";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Person person;

    AccountJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        person = Person.annotator(system);
        visitor.logIn(person);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aNameIsChangedByTheKeyboardAlone() {
        openAccount();
        page.getByLabel("First name").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("<b>Ann</b>");
        page.keyboard().press("Tab");
        page.keyboard().press("Control+a");
        page.keyboard().type("Lee");
        page.keyboard().press("Enter");

        assertThat(page.getByText("Your name is saved.")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Projects").setExact(true)).click();
        assertThat(page.getByText("<b>Ann</b> Lee")).isVisible();
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsItAndOthersAreOut() {
        ApiClient elsewhere = ApiClient.loggedIn(system.connection().url(), person.email(), person.password());
        openAccount();
        changePassword("a wrong guess", NEXT);
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("This is not your present password.");
        assertThat(page.getByLabel("Present password")).isFocused();
        elsewhere.get("/api/current-user/whoami").expect(200);

        changePassword(person.password(), NEXT);
        assertThat(page.getByText("Your password is changed.")).isVisible();

        assertThat(elsewhere.get("/api/current-user/whoami").status()).isEqualTo(401);
        ApiClient.loggedIn(system.connection().url(), person.email(), NEXT).get("/api/current-user/whoami").expect(200);
        page.reload();
        assertThat(visitor.heading("Account")).isVisible();
        person.api().get("/api/current-user/whoami").expect(200);
    }

    @Test
    void aNewTokenIsShownOnceAndTheOldOneStops() {
        openAccount();
        visitor.button("Make a new token").click();
        assertThat(page.getByText("The present token stops working at once.")).isVisible();
        visitor.button("Keep the present token").click();
        person.api().get("/api/current-user/whoami").expect(200);

        visitor.button("Make a new token").click();
        visitor.button("Make the new token").click();
        Locator shown = page.getByLabel("New API token");
        assertThat(shown).isFocused();
        String token = shown.inputValue();

        assertThat(token).matches("[0-9a-f]{40}");
        assertThat(person.api().get("/api/current-user/whoami").status()).isEqualTo(401);
        Answer answer = ApiClient.withToken(system.connection().url(), token).get("/api/current-user/whoami");
        assertThat(answer.expect(200).json().path("email").asText()).isEqualTo(person.email());
        assertThat(page.getByText(Pattern.compile("curl -H \"Authorization: Token " + token))).isVisible();
        visitor.findsAccessible(visitor.heading("API token"));
        page.reload();
        assertThat(visitor.heading("API token")).isVisible();
        assertThat(shown).hasCount(0);
    }

    @Test
    void coloursAndSizeStayInTheBrowser() {
        openAccount();
        page.getByLabel("Colours").selectOption("Dark");
        page.getByLabel("Size of texts").selectOption("Large");
        page.reload();

        assertThat(page.getByLabel("Colours")).hasValue("dark");
        assertThat(page.evaluate("document.documentElement.style.fontSize")).isEqualTo("118.75%");
        visitor.button("Show the keys").click();
        assertThat(visitor.heading("Keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(visitor.heading("Keys")).isHidden();
    }

    @Test
    void whatWasJudgedInTwoProjectsIsFoundAgain() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Project first = judged("First " + mark);
        judged("Second " + mark);
        visitor.open("/judgements");

        Locator titles = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2));
        assertThat(titles).hasText(new String[]{"Second " + mark, "First " + mark});
        visitor.findsAccessible(visitor.heading("My judgements").first());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All my judgements in First " + mark))
                .click();
        assertThat(page).hasURL(system.connection().url() + "/projects/" + first.id() + "/judgements");
    }

    private Project judged(String title) {
        Project project = Project.create(system, title, 1);
        project.owner().post(project.path("/members"), Map.of("user", person.id())).expect(201);
        long task = project.importTasks(List.of(Project.comparison(1))).get(0);
        person.api().post("/api/tasks/" + task + "/annotations", Judgement.of("left")).expect(201);
        return project;
    }

    private void openAccount() {
        visitor.open("/projects");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Account")).click();
        assertThat(visitor.heading("Account")).isVisible();
    }

    private void changePassword(String present, String next) {
        page.getByLabel("Present password").fill(present);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill(next);
        page.getByLabel("New password again").fill(next);
        visitor.button("Change the password").click();
    }
}
