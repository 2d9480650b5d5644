package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 28: an owner adds people to a project, invites others by a link, and shuts somebody out. */
@Order(28)
@ExtendWith(SharedSystem.class)
class PeopleJourney {

    /** Somebody who is deactivated is out within a second; a busy machine may take another one to say so. */
    private static final Duration OUT = Duration.ofSeconds(2);

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Project project;

    PeopleJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        project = Project.create(system, "People " + UUID.randomUUID().toString().substring(0, 8), 1);
        project.importTasks(List.of(Project.comparison(1)));
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void somebodyIsAddedByTheKeyboardAloneAndRemovedAndBackByUndo() {
        Person person = Person.annotator(system);
        person.api().get(project.path("")).expect(404);
        openTab();
        page.getByLabel("Annotator to add").focus();
        page.keyboard().type("Pat " + person.email().substring(0, person.email().indexOf('@')));
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(memberRow(person)).isVisible();
        person.api().get(project.path("")).expect(200);

        memberRow(person).getByRole(AriaRole.BUTTON).focus();
        page.keyboard().press("Enter");
        assertThat(memberRow(person)).hasCount(0);
        assertThat(visitor.button("Undo")).isFocused();
        person.api().get(project.path("")).expect(404);

        page.keyboard().press("Enter");
        assertThat(memberRow(person)).isVisible();
        assertThat(memberRow(person).getByRole(AriaRole.BUTTON)).isFocused();
        person.api().get(project.path("")).expect(200);
        visitor.findsAccessible(visitor.heading("Members"));
    }

    @Test
    void peopleAreReadOnAPhoneWithoutScrollingSideways() {
        Person person = project.member(system);
        page.setViewportSize(390, 844);
        openTab();
        Locator row = memberRow(person);
        assertThat(row).isVisible();
        assertThat(row.getByRole(AriaRole.CELL).first()).containsText("Annotator");
        assertThatNothingScrollsSideways();
        visitor.findsAccessible(visitor.heading("Members"));

        visitor.open("/people");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(person.email())))
                .isVisible();
        assertThatNothingScrollsSideways();
        visitor.findsAccessible(visitor.heading("People"));
    }

    private void assertThatNothingScrollsSideways() {
        Locator boxes = page.locator(".scroll, html");
        assertThat(boxes.count()).isGreaterThan(1);
        assertThat(boxes.evaluateAll("all => all.every(box => box.scrollWidth <= box.clientWidth)")).isEqualTo(true);
    }

    @Test
    void whoeverHasTheLinkJoinsOnceAndIsListed() {
        openTab();
        visitor.button("Make a link").click();
        Locator link = page.getByLabel("Link of the invitation");
        assertThat(link).isFocused();
        String url = link.inputValue();
        assertThat(url).startsWith(system.connection().url() + "/invitations#");
        String secret = url.substring(url.indexOf('#') + 1);
        assertThat(page.getByText("Used 0 of 1 time")).isVisible();

        String email = "i" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        accept(secret, email).expect(201);
        accept(secret, "second" + email).expect(410);

        page.reload();
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(email))).isVisible();
        assertThat(page.getByText("No invitation is open.")).isVisible();
        assertThat(link).hasCount(0);
    }

    @Test
    void aRevokedLinkLetsNobodyIn() {
        openTab();
        visitor.button("Make a link").click();
        String url = page.getByLabel("Link of the invitation").inputValue();
        page.locator("invitation-list button").click();

        assertThat(page.getByText("The link lets nobody in any more.")).isVisible();
        assertThat(page.getByText("No invitation is open.")).isVisible();
        accept(url.substring(url.indexOf('#') + 1), "late@example.org").expect(410);
    }

    @Test
    void whoeverIsDeactivatedIsOutAtOnceAndCanBeLetInAgain() {
        Person person = project.member(system);
        ApiClient session = ApiClient.loggedIn(system.connection().url(), person.email(), person.password());
        openPage();
        assertThat(accountRow(person)).containsText("Active");
        accountRow(person).getByText("Deactivate", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(accountRow(person)).containsText("Deactivated");

        await().atMost(OUT).untilAsserted(() -> {
            for (ApiClient client : List.of(person.api(), session)) {
                assertThat(client.get("/api/current-user/whoami").status()).isEqualTo(401);
                assertThat(client.post(project.path("/leases"), Map.of("count", 1)).status()).isEqualTo(401);
            }
        });

        accountRow(person).getByText("Activate", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("is active again.")).isVisible();
        ApiClient.loggedIn(system.connection().url(), person.email(), person.password())
                .get("/api/current-user/whoami")
                .expect(200);
    }

    @Test
    void aRoleIsChangedAndTheLastOwnerKeepsTheirs() {
        Person person = Person.annotator(system);
        openPage();
        accountRow(person).getByRole(AriaRole.COMBOBOX).selectOption("Manager");
        accountRow(person).getByText("Change", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("has a new role: Manager.")).isVisible();
        assertThat(roleOf(person.id())).isEqualTo("manager");

        Locator owner = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(system.connection().email()));
        owner.getByRole(AriaRole.COMBOBOX).selectOption("Annotator");
        owner.getByText("Change", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("This is the last active owner; make another one first.")).isVisible();
        assertThat(owner.getByRole(AriaRole.COMBOBOX)).hasValue("owner");
        visitor.findsAccessible(visitor.heading("Accounts"));
    }

    private void openTab() {
        visitor.open("/projects/" + project.id() + "/people");
        assertThat(visitor.heading("Members")).isVisible();
    }

    private void openPage() {
        visitor.open("/projects");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People").setExact(true)).click();
        assertThat(visitor.heading("Accounts")).isVisible();
    }

    private Locator memberRow(Person person) {
        return page.locator("member-table tbody tr").filter(new Locator.FilterOptions().setHasText(person.email()));
    }

    private Locator accountRow(Person person) {
        return page.locator("account-table tbody tr").filter(new Locator.FilterOptions().setHasText(person.email()));
    }

    private Answer accept(String secret, String email) {
        return ApiClient.anonymous(system.connection().url())
                .post("/api/invitations/accept", Map.of("secret", secret, "email", email, "first_name", "Pat",
                        "password", UUID.randomUUID().toString()));
    }

    private String roleOf(long id) {
        return StreamSupport.stream(system.owner().get("/api/users").expect(200).json().spliterator(), false)
                .filter(account -> account.path("id").asLong() == id)
                .map(account -> account.path("role").asText())
                .findFirst()
                .orElseThrow();
    }
}
