package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 16: every control of a configuration is asked on the page, and what is answered is what is stored. */
@Order(16)
@ExtendWith(SharedSystem.class)
class WholeConfigurationJourney {

    private static final String ANSWERS = """
            <Text name="prompt" value="$prompt"/><Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/>
            """;
    private static final String PAIR = "<Pairwise name=\"comparison\" toName=\"answer1,answer2\"/>";

    final RunningSystem system;
    final Chromium.Shared browser;
    Chromium chromium;
    Page page;

    WholeConfigurationJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    @BeforeEach
    void openABrowser() {
        chromium = browser.visit();
        page = chromium.newPage();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void whatIsRequiredKeepsTheVerdictAndGetsTheFocus() {
        Project project = open(
                ANSWERS + PAIR
                        + """
                                <Rating name="quality" toName="prompt" required="true" requiredMessage="How good is it?"/>
                                <Choices name="flag" toName="prompt" choice="multiple"><Choice value="Rude"/><Choice value="Wrong"/></Choices>
                                <TextArea name="why" toName="prompt"/>""",
                2);
        String first = prompt();

        page.keyboard().press("2");
        assertThat(page.getByRole(AriaRole.RADIO, named("1 of 5"))).isFocused();
        assertThat(page.getByText("How good is it?").first()).isVisible();
        assertThat(prompt()).isEqualTo(first);
        page.keyboard().press("4");
        page.getByLabel("Rude").check();
        page.getByLabel("Why").fill("Because it is shorter.");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText(first)).isHidden();
        awaitSaved();

        JsonNode result = project.exportedAnnotations().get(0).path("result");
        assertThat(result).extracting(region -> region.path("from_name").asText())
                .containsExactly("comparison", "quality", "flag", "why");
        assertThat(result.at("/1/value/rating").asInt()).isEqualTo(4);
        assertThat(result.at("/2/value/choices/0").asText()).isEqualTo("Rude");
        assertThat(result.at("/3/value/text/0").asText()).isEqualTo("Because it is shorter.");
        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(row -> assertThat(row.path("rationale").asText()).isEqualTo("Because it is shorter."));
    }

    @Test
    void answersAreOrderedByKeyboardWithTies() {
        Project project = items("");

        page.getByRole(AriaRole.GROUP, named(Pattern.compile("^Answer 2"))).focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.GROUP, named(Pattern.compile("^Answer 3"))).focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.GROUP, named(Pattern.compile("^Answer 1"))).focus();
        page.keyboard().press("Enter");
        page.keyboard().press("t");
        page.keyboard().press("Control+Enter");
        awaitSaved();

        JsonNode ranker = project.exportedAnnotations().get(0).at("/result/0/value/ranker/order");
        assertThat(ranker).hasSize(2);
        assertThat(ranker.get(1).isArray()).isTrue();
        assertThat(project.exportedRows()).hasSize(2);
    }

    @Test
    void answersAreSortedIntoBucketsByKeyboard() {
        Project project = items("""
                <Bucket name="best" title="Best results"/><Bucket name="rest" title="The rest"/>""");

        page.getByRole(AriaRole.GROUP, named(Pattern.compile("^Answer 1"))).focus();
        page.keyboard().press("2");
        assertThat(page.getByRole(AriaRole.GROUP, named("Answer 2, not sorted yet"))).isFocused();
        page.keyboard().press("1");
        assertThat(page.getByRole(AriaRole.GROUP, named("Answer 3, not sorted yet"))).isFocused();
        page.keyboard().press("1");
        assertThat(page.getByRole(AriaRole.GROUP, named("Answer 3, 2 of 2 in “Best results”"))).isVisible();
        page.keyboard().press("Control+Enter");
        awaitSaved();

        JsonNode ranker = project.exportedAnnotations().get(0).at("/result/0/value/ranker");
        assertThat(ranker.path("best")).hasSize(2);
        assertThat(ranker.path("rest")).hasSize(1);
        assertThat(project.exportedRows()).isEmpty();
    }

    @Test
    void eachPairHasItsOwnScale() {
        Project project = open(ANSWERS + """
                <Pairwise name="helpful" toName="answer1,answer2" title="Which is more helpful?"/>
                <Pairwise name="harmless" toName="answer1,answer2" title="Which is more harmless?"/>""", 2);
        String first = prompt();

        page.keyboard().press("1");
        assertThat(prompt()).isEqualTo(first);
        page.keyboard().press("2");
        assertThat(page.getByText(first)).isHidden();
        awaitSaved();

        JsonNode result = project.exportedAnnotations().get(0).path("result");
        assertThat(result).extracting(region -> region.path("from_name").asText())
                .containsExactly("helpful", "harmless");
        assertThat(result.at("/0/value/selected").asText()).isNotEqualTo(result.at("/1/value/selected").asText());
        assertThat(project.exportedRows()).hasSize(2);
    }

    @Test
    void whatIsAskedAtTimesIsRequiredAtTheseTimes() {
        Project project = open(
                ANSWERS + PAIR
                        + """
                                <Choices name="flag" toName="prompt" choice="single"><Choice value="Fine"/><Choice value="Odd"/></Choices>
                                <View visibleWhen="choice-selected" whenTagName="flag" whenChoiceValue="Odd">
                                <TextArea name="what" toName="prompt" required="true"/></View>""",
                3);
        assertThat(page.getByLabel("What")).isHidden();
        String first = prompt();

        page.getByLabel("Odd").check();
        page.keyboard().press("1");
        assertThat(page.getByLabel("What")).isFocused();
        assertThat(prompt()).isEqualTo(first);
        page.keyboard().type("The prompt is cut off.");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText(first)).isHidden();
        String second = prompt();
        page.keyboard().press("1");
        assertThat(page.getByText(second)).isHidden();
        awaitSaved();

        assertThat(project.exportedAnnotations()).extracting(annotation -> annotation.path("result").size())
                .containsExactlyInAnyOrder(3, 1);
    }

    @Test
    void theProjectSaysWhichVerdictsThereAreAndAsksHowMuchBetter() {
        Project project = open(Map.of("allow_both_bad", false, "ask_strength", true), ANSWERS + PAIR, 2);
        assertThat(page.getByRole(AriaRole.BUTTON, named("Both bad"))).isHidden();
        String first = prompt();

        page.keyboard().press("7");
        assertThat(page.getByText(first)).isHidden();
        awaitSaved();

        assertThat(project.exportedRows().values()).singleElement()
                .satisfies(row -> assertThat(row.path("strength").asInt()).isEqualTo(3));
    }

    @Test
    void aConfigurationWithAStyleLooksAsItsAuthorMeant() {
        Project project = open(
                """
                        <Style>.prompt { background-color: #0084ff; color: #ffffff } .answers { display: flex; gap: 20px }
                        .answer-box { flex: 1; background: url(https://example.test/x.png); position: fixed }</Style>
                        <View className="prompt"><Text name="prompt" value="$prompt"/></View>
                        <View className="answers"><Pairwise name="comparison" toName="answer1,answer2" selectionStyle="background-color: #27ae60"/>
                        <View className="answer-box"><Text name="answer1" value="$answer1"/></View>
                        <View className="answer-box"><Text name="answer2" value="$answer2"/></View></View>""",
                2);
        Locator shown = page.locator(".prompt");
        assertThat(shown).hasCSS("background-color", "rgb(0, 132, 255)");
        assertThat(page.locator(".answer-box").first()).hasCSS("position", "static");
        assertThat(page.locator(".answer-box").first()).hasCSS("background-image", "none");

        // A click on words waits for a second one, which would select a word.
        page.locator(".answer-box").nth(1).getByText("answer to").click();
        assertThat(page.getByText("You said: answer 2 is better.").first()).isVisible();
        awaitSaved();

        assertThat(project.exportedRows()).hasSize(1);
        project.owner().patch(project.path("/"), Map.of("labeling_layout", "standard")).expect(200);
        page.reload();
        assertThat(page.locator(".prompt").first()).not().hasCSS("background-color", "rgb(0, 132, 255)");
    }

    private Project items(String buckets) {
        Project project = Project.create(system, Map.of("title", title(), "label_config", """
                <View><Text name="prompt" value="$prompt"/><List name="answers" value="$items"/>
                <Ranker name="order" toName="answers">%s</Ranker></View>""".formatted(buckets)));
        project.importTasks(List.of(Map.of("prompt", "Which is best?", "items", List.of("one", "two", "three"))));
        visit(project);
        return project;
    }

    private Project open(String tags, int tasks) {
        return open(Map.of(), tags, tasks);
    }

    private Project open(Map<String, Object> settings, String tags, int tasks) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("title", title());
        all.put("label_config", "<View>" + tags + "</View>");
        Project project = Project.create(system, all);
        project.importComparisons(tasks);
        visit(project);
        return project;
    }

    private void visit(Project project) {
        Person annotator = project.member(system);
        page.navigate(system.connection().url().toString());
        page.getByLabel(Pattern.compile("e-?mail", Pattern.CASE_INSENSITIVE)).fill(annotator.email());
        page.getByLabel(Pattern.compile("^password", Pattern.CASE_INSENSITIVE)).fill(annotator.password());
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Projects"))).isVisible();
        page.navigate(system.connection().url() + "/projects/" + project.id() + "/label");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Skip"))).isEnabled();
    }

    private String prompt() {
        return page.getByText(Pattern.compile("Prompt \\d+: which is better\\?")).innerText();
    }

    private void awaitSaved() {
        LabelingPage.awaitSaved(page);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static String title() {
        return "Whole " + UUID.randomUUID().toString().substring(0, 8);
    }
}
