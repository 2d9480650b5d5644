package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Journey 43: an owner sends a snapshot to a folder that the operator has named, and lets a schedule do it from then on. */
@Order(43)
@ExtendWith(SharedSystem.class)
class TargetJourney {

    private static final LocatorAssertions.IsVisibleOptions SOON = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(60_000);

    private final RunningSystem system;
    private final Visitor visitor;
    private final Page page;
    private final String name = "Sent " + UUID.randomUUID().toString().substring(0, 8);

    TargetJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        visitor.logIn(system.connection().email(), system.connection().password());
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aSnapshotGoesToAFolderAndAScheduleSendsTheNextOnes() throws IOException {
        Project project = Project.create(system, name, 1);
        judge(project, 2);
        visitor.open("/projects/" + project.id() + "/export");
        assertThat(visitor.heading("Targets")).isVisible(SOON);
        page.getByLabel("Title of the snapshot").fill("First");
        visitor.button("Make a snapshot").click();
        assertThat(visitor.heading("Send a snapshot")).isVisible(SOON);

        Locator sending = page.locator("delivery-list");
        sending.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Format").setExact(true))
                .selectOption("Hugging Face folder");
        assertThat(sending.getByLabel("Licence")).isVisible();
        visitor.button("Send").click();

        assertThat(sending.getByText("HF to disk: Sent.")).isVisible(SOON);
        Path place = system.targetFolder().resolve(sending.locator("code").innerText());
        JsonNode manifest = Json.read(Files.readString(place.resolve("manifest.json"), UTF_8));
        assertThat(manifest.path("rows").asInt()).isEqualTo(2);
        assertThat(names(place)).containsExactly("README.md", "data/train-00000-of-00001.parquet", "manifest.json",
                "provenance.jsonl", "rejected.jsonl");

        Locator schedules = page.locator("schedule-list");
        schedules.getByLabel("Title of the schedule").fill("Nightly");
        visitor.button("Add the schedule").click();
        assertThat(page.getByText("“Nightly” is added.")).isVisible(SOON);
        visitor.findsAccessible(visitor.heading("Nightly"));
        visitor.button("Run now: “Nightly”").click();
        assertThat(schedules.getByLabel("Last runs of “Nightly”").getByText("Sent")).isVisible(SOON);
        visitor.button("Run now: “Nightly”").click();
        assertThat(schedules.getByText("Nothing has changed since the last files were sent.")).isVisible(SOON);
        visitor.button("Pause “Nightly”").click();
        assertThat(schedules.getByText("Paused")).isVisible(SOON);
        isChangedInItsPlace(schedules);
        visitor.button("Delete the schedule “Weekly”").click();
        assertThat(schedules.getByText("There are no schedules yet.")).isVisible(SOON);
    }

    private void isChangedInItsPlace(Locator schedules) {
        visitor.button("Change the schedule “Nightly”").click();
        Locator form = page.getByRole(AriaRole.FORM,
                new Page.GetByRoleOptions().setName("Change the schedule “Nightly”").setExact(true));
        assertThat(form.getByLabel("Title of the schedule")).isFocused();
        assertThat(form.getByLabel("Title of the schedule")).hasValue("Nightly");
        visitor.findsAccessible(form);
        form.getByLabel("Title of the schedule").fill("Weekly");
        form.getByLabel("How often").selectOption("Every week");
        form.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(Pattern.compile("^Day")))
                .selectOption("Friday");
        form.getByLabel("At (UTC)").fill("04:30");
        form.getByLabel("Snapshots to keep").fill("3");
        form.getByLabel("Format").selectOption("Hugging Face folder");
        visitor.button("Save").click();
        assertThat(page.getByText("“Weekly” is changed.")).isVisible(SOON);
        assertThat(schedules.getByText("Every Friday at 04:30 UTC · Hugging Face folder · disk · keeps 3 snapshots"))
                .isVisible(SOON);
        assertThat(visitor.button("Change the schedule “Weekly”")).isFocused();

        visitor.button("Change the schedule “Weekly”").click();
        page.keyboard().press("Escape");
        assertThat(visitor.button("Change the schedule “Weekly”")).isFocused();
    }

    private static void judge(Project project, int tasks) {
        for (long task : project.importComparisons(tasks)) {
            project.owner().post("/api/tasks/" + task + "/annotations", Judgement.of("left")).expect(201);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }
}
