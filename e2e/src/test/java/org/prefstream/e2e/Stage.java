package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** Where a state of the page comes about: a system, and a browser of somebody who is not logged in yet. */
record Stage(RunningSystem system, Visitor visitor) implements AutoCloseable {

    static final String TEXTS = """
            <Text name="prompt" value="$prompt"/><Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/>
            """;
    static final String PAIR = "<Pairwise name=\"comparison\" toName=\"answer1,answer2\"/>";

    private static final double PATIENCE_MILLIS = 20_000;
    /** A page on which something is further away than so many presses of Tab is none for the keyboard. */
    private static final int TABS_MAX = 60;

    /** {@return one in a browser that others visit too} */
    static Stage of(RunningSystem system, Chromium.Shared browser) {
        return new Stage(system, Visitor.of(system, browser));
    }

    @Override
    public void close() {
        visitor.close();
    }

    Page page() {
        return visitor.page();
    }

    /** Makes a project in which a pair is all that is asked. */
    Project project(Map<String, ?> settings, List<?> tasks) {
        return project(settings, TEXTS + PAIR, tasks);
    }

    Project project(Map<String, ?> settings, String tags, List<?> tasks) {
        Map<String, Object> all = new HashMap<>(Map.of("title", "Helpful and harmless", "maximum_annotations", 1));
        all.putAll(settings);
        all.put("label_config", "<View>" + tags + "</View>");
        Project project = Project.create(system, all);
        if (!tasks.isEmpty()) {
            project.importTasks(tasks);
        }
        return project;
    }

    /** Lets a member of the project log in and open it. */
    void open(Project project) {
        visitor.logIn(project.member(system));
        visitor.open("/projects/" + project.id() + "/label");
    }

    /** Lets a member open a project that was made for it, and waits until a task takes keys. */
    Project label(Map<String, ?> settings, String tags, List<?> tasks) {
        Project project = project(settings, tags, tasks);
        open(project);
        awaitTask();
        return project;
    }

    Project label(List<?> tasks) {
        return label(Map.of(), TEXTS + PAIR, tasks);
    }

    /** Waits until there is a task, and until it takes keys. */
    void awaitTask() {
        await(page().locator("task-view"));
        LabelingPage.awaitKeys(page());
    }

    /** Presses a key, and waits until all that was said is saved. */
    void judge(String key) {
        press(key);
        LabelingPage.awaitSaved(page());
    }

    void press(String key) {
        page().keyboard().press(key);
    }

    /** Goes on by Tab, as people do who have no mouse, until something has the focus. */
    void tabTo(Locator wanted) {
        for (int tabs = 0; tabs < TABS_MAX; tabs++) {
            press("Tab");
            if ((boolean) wanted.evaluate("element => element.getRootNode().activeElement === element")) {
                return;
            }
        }
        throw new AssertionError(wanted + " cannot be reached by Tab");
    }

    Locator named(AriaRole role, String name) {
        return page().getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String words) {
        return page().getByText(words).first();
    }

    static void await(Locator sign) {
        assertThat(sign).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** {@return a comparison as people write them, with its columns in their order} */
    static Map<String, String> task(String prompt, String answer1, String answer2) {
        Map<String, String> task = new LinkedHashMap<>();
        task.put("prompt", prompt);
        task.put("answer1", answer1);
        task.put("answer2", answer2);
        return task;
    }
}
