package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

/** Journey 29: somebody who was sent the link of an invitation joins by it, and labels. */
@Order(29)
@ExtendWith(SharedSystem.class)
class InvitationJourney {

    private static final String PASSWORD = "a long pass phrase";
    private static final String TITLE = "<b>Birds</b> & bees";

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final Alarm alarm;
    private final Project project;
    private final String email = "new-" + UUID.randomUUID() + "@example.org";

    InvitationJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        alarm = Alarm.on(page, system.connection().url());
        project = Project.create(system, TITLE, 1);
        project.importComparisons(2);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aStrangerJoinsByTheKeyboardAloneAndLabels() {
        String link = invite();
        assertThat(URI.create(link).getPath()).isEqualTo("/invitations");
        page.navigate(link);
        assertThat(page.getByText("invites you as an annotator to “" + TITLE + "”.")).isVisible();
        assertThat(page.url()).doesNotContain("#");
        visitor.findsAccessible(page.getByLabel("Email"));

        page.getByLabel("Email").focus();
        page.keyboard().type(email);
        page.keyboard().press("Tab");
        page.keyboard().type("Bo");
        page.keyboard().press("Tab");
        page.keyboard().type("Lund");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/projects/" + project.id() + "/label"));
        assertThat(page.locator("labeling-view task-view")).isVisible();
        LabelingPage.awaitKeys(page);
        page.keyboard().press("1");
        LabelingPage.awaitSaved(page);

        JsonNode newcomer = account();
        assertThat(newcomer.path("first_name").asText()).isEqualTo("Bo");
        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(
                        row -> assertThat(row.path("annotator_id").asLong()).isEqualTo(newcomer.path("id").asLong()));
        alarm.assertSilent();
    }

    @Test
    void aLinkThatWasUsedSaysSo() {
        String link = invite();
        system.owner().post("/api/invitations/join", Map.of("secret", URI.create(link).getFragment())).expect(200);
        page.navigate(link);

        assertThat(page.getByText("Ask the person who invited you for a new link.")).isVisible();
        assertThat(page.locator("invitation-page form")).hasCount(0);
    }

    @Test
    void somebodyWithAnAccountLogsInAndJoinsWithIt() {
        Project other = Project.create(system, "Another", 1);
        var person = other.member(system);
        page.navigate(invite());
        page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#email").fill(person.email());
        page.locator("#password").fill(person.password());
        page.keyboard().press("Enter");

        visitor.button("Join with this account").click();
        assertThat(page).hasURL(Pattern.compile(".*/projects/" + project.id() + "/label"));
        assertThat(page.locator("labeling-view task-view")).isVisible();
    }

    private String invite() {
        return system.owner()
                .post("/api/invitations", Map.of("role", "annotator", "projects", List.of(project.id())))
                .expect(201)
                .json()
                .path("url")
                .asText();
    }

    private JsonNode account() {
        for (JsonNode user : system.owner().get("/api/users").expect(200).json()) {
            if (user.path("email").asText().equals(email)) {
                return user;
            }
        }
        throw new AssertionError("nobody has the address " + email);
    }
}
