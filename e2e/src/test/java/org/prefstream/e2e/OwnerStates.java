package org.prefstream.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** States of the pages that only owners and managers see. */
final class OwnerStates {

    private OwnerStates() {
    }

    static List<State> all() {
        return List.of(new State("first-project", OwnerStates::firstProject),
                new State("new-project", OwnerStates::newProject), new State("proposal", OwnerStates::proposal),
                new State("proposal-undecided", OwnerStates::undecided),
                new State("file-refused", OwnerStates::fileRefused), new State("export", OwnerStates::export),
                new State("export-empty", OwnerStates::exportEmpty), new State("template", OwnerStates::template),
                new State("export-controls", OwnerStates::exportControls), new State("overview", OwnerStates::overview),
                new State("overview-empty", OwnerStates::overviewEmpty),
                new State("invitation", OwnerStates::invitation), new State("people", OwnerStates::people),
                new State("people-page", OwnerStates::peoplePage),
                new State("people-refused", OwnerStates::peopleRefused), new State("account", OwnerStates::account),
                new State("account-asks", OwnerStates::accountAsks),
                new State("own-judgements", OwnerStates::ownJudgements), new State("commands", OwnerStates::commands));
    }

    private static Locator newProject(Stage stage) {
        asOwner(stage).open("/projects/new");
        return stage.text("Code review of two patches");
    }

    private static Locator template(Stage stage) {
        asOwner(stage).open("/projects/new");
        stage.visitor().button("Safety review").click();
        stage.text("Unsafe").click();
        return stage.text("How severe is it?");
    }

    private static Locator proposal(Stage stage) {
        choose(stage, "kitchen questions.csv",
                """
                        id,prompt,answer1,answer1_model,answer2,answer2_model
                        1,Why does bread dough rest?,"While it rests, the gluten relaxes, so that the dough can be **shaped** without springing back.",m-1,Because the baker needs a break.,m-2
                        2,How long do I boil an egg?,Six to seven minutes for a soft yolk.,m-1,Ten minutes for a hard one; six for a soft one.,m-2
                        3,Name a spice for carrots.,Cumin.,m-1,Caraway.,m-2
                        """);
        return stage.page().locator("task-view").nth(2);
    }

    private static Locator undecided(Stage stage) {
        choose(stage, "texts.jsonl", "{\"eins\":\"one\",\"zwei\":\"two\",\"drei\":\"three\",\"vier\":\"four\"}");
        return stage.text("Nothing is compared yet.");
    }

    private static Locator fileRefused(Stage stage) {
        choose(stage, "answers.csv", "prompt,answer1,answer2\np,a,b\nq,a,b,too many\n");
        return stage.text("The import was refused");
    }

    /** The answer of a system without projects. */
    private static Locator firstProject(Stage stage) {
        Visitor owner = asOwner(stage);
        owner.answer("**/api/projects?*", 200, "{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
        owner.open("/projects");
        return owner.heading("Create the first project");
    }

    private static Locator export(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"),
                List.of(Stage.task("Why does bread dough rest?", "The gluten relaxes.", "The baker needs a break."),
                        Stage.task("Name a spice for carrots.", "Cumin.", "Caraway.")));
        project.owner()
                .post("/api/tasks/" + project.importTasks(List.of(Stage.task("How long?", "Long.", "Short."))).get(0)
                        + "/annotations",
                        Map.of("result",
                                List.of(Map.of("from_name", "comparison", "to_name", "comparison", "type", "pairwise",
                                        "value", Map.of("selected", "left")))))
                .expect(201);
        asOwner(stage).open("/projects/" + project.id() + "/export");
        return stage.page().locator("export-preview pre");
    }

    private static Locator invitation(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"), List.of());
        String link = project.owner()
                .post("/api/invitations", Map.of("role", "annotator", "projects", List.of(project.id())))
                .expect(201)
                .json()
                .path("url")
                .asText();
        stage.page().navigate(link);
        return stage.page().getByLabel("First name");
    }

    private static Locator exportControls(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"), List.of());
        long task = project.importTasks(List.of(Stage.task("How long?", "Long.", "Short."))).get(0);
        project.owner().post("/api/tasks/" + task + "/annotations", Judgement.of("left")).expect(201);
        asOwner(stage).open("/projects/" + project.id() + "/export?exportType=ARENA&lint=strict");
        return stage.text("There is no such file");
    }

    private static Locator overview(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions", "maximum_annotations", 2), List.of());
        List<Long> tasks = project.importTasks(
                List.of(Stage.task("Why does bread dough rest?", "The gluten relaxes.", "The baker needs a break."),
                        Stage.task("Name a spice for carrots.", "Cumin.", "Caraway."),
                        Stage.task("How long?", "Long.", "Short.")));
        for (Person person : List.of(member(stage, project, "Mara", "Lind"), member(stage, project, "Tom", "Okafor"))) {
            for (long task : tasks) {
                String selected = task == tasks.get(1) ? "tie" : "left";
                person.api().post("/api/tasks/" + task + "/annotations", Judgement.of(selected)).expect(201);
            }
        }
        asOwner(stage).open("/projects/" + project.id() + "/overview");
        return stage.visitor().heading("Judgements over time");
    }

    private static Locator overviewEmpty(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"), List.of());
        asOwner(stage).open("/projects/" + project.id() + "/overview");
        return stage.visitor().heading("Nothing is judged yet");
    }

    private static Locator people(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"),
                List.of(Stage.task("Name a spice for carrots.", "Cumin.", "Caraway.")));
        member(stage, project, "Mara", "Lind");
        project.owner()
                .post("/api/invitations", Map.of("role", "annotator", "projects", List.of(project.id()), "uses", 5))
                .expect(201);
        asOwner(stage).open("/projects/" + project.id() + "/people");
        stage.visitor().button("Make a link").click();
        return stage.text("Copy the link now");
    }

    private static Locator account(Stage stage) {
        asOwner(stage).open("/account");
        stage.page().getByLabel("Present password").fill("a guess");
        stage.visitor().button("Change the password").click();
        return stage.page().getByRole(AriaRole.ALERT);
    }

    private static Locator accountAsks(Stage stage) {
        asOwner(stage).open("/account");
        stage.visitor().button("Make a new token").click();
        return stage.text("The present token stops working at once.");
    }

    private static Locator ownJudgements(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"), List.of());
        long task = project.importTasks(List.of(Stage.task("How long?", "Long.", "Short."))).get(0);
        project.owner().post("/api/tasks/" + task + "/annotations", Judgement.of("left")).expect(201);
        asOwner(stage).open("/judgements");
        return stage.visitor().heading("Kitchen questions").first();
    }

    private static Locator commands(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"), List.of());
        asOwner(stage).open("/projects/" + project.id() + "/export");
        stage.text("There are no preferences to export yet").waitFor();
        stage.page().keyboard().press("Control+k");
        return stage.page().locator("command-dialog [role=option]").first();
    }

    /** With accounts of its own: those that other states have made would be on the picture. */
    private static Locator peoplePage(Stage stage) {
        Visitor owner = asOwner(stage);
        owner.answer("**/api/users", 200, """
                [{"id":1,"email":"owner@example.org","first_name":"","last_name":"","role":"owner","active":true,
                  "last_activity":"2026-01-05T09:00:00Z"},
                 {"id":2,"email":"annotator@example.org","first_name":"Pat","last_name":"One","role":"annotator",
                  "active":true,"last_activity":"2026-01-04T09:00:00Z"},
                 {"id":3,"email":"former@example.org","first_name":"Pat","last_name":"Two","role":"annotator",
                  "active":false,"last_activity":"2026-01-03T09:00:00Z"}]
                """);
        owner.answer("**/api/invitations", 200, "[]");
        owner.open("/people");
        return stage.text("former@example.org");
    }

    private static Locator peopleRefused(Stage stage) {
        peoplePage(stage).waitFor();
        stage.visitor().answer("**/api/users/*", 400, """
                {"validation_errors": {"role": ["This is the last active owner; make another one first."]}}""");
        stage.page().getByLabel("Role of owner@example.org").selectOption("Annotator");
        stage.visitor().button("Change owner@example.org to: Annotator").click();
        return stage.text("This is the last active owner");
    }

    private static Locator exportEmpty(Stage stage) {
        Project project = stage.project(Map.of("title", "Kitchen questions"), List.of());
        asOwner(stage).open("/projects/" + project.id() + "/export");
        return stage.text("There are no preferences to export yet");
    }

    private static void choose(Stage stage, String file, String content) {
        asOwner(stage).open("/projects/new");
        stage.page()
                .getByLabel("Choose files")
                .setInputFiles(new FilePayload(file, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Somebody whose name can stand on a picture. */
    static Person member(Stage stage, Project project, String first, String last) {
        return project.withMember(Person.named(stage.system(), first, last));
    }

    static Visitor asOwner(Stage stage) {
        stage.visitor().logIn(stage.system().connection().email(), stage.system().connection().password());
        return stage.visitor();
    }
}
