package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

/** Journey 16, an order by mouse: answers are dragged to their places, back and between others, and tied. */
@Order(16)
@ExtendWith(SharedSystem.class)
class RankerJourney {

    private static final List<String> ITEMS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine");
    /** Where an item is taken, from its corner. */
    private static final int GRIP = 20;
    private static final String RANKER = """
            <Text name="prompt" value="$prompt"/><List name="items" value="$items"/><Ranker name="order" toName="items"/>""";

    final Stage stage;

    RankerJourney(RunningSystem system, Chromium.Shared browser) {
        stage = Stage.of(system, browser);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void answersAreDraggedToTheirPlacesAndTied() {
        Project project = stage.label(Map.of(), RANKER,
                List.of(Map.of("prompt", "Which is best?", "items", ITEMS.subList(0, 3))));
        Locator status = stage.page().getByRole(AriaRole.STATUS);

        drag(item(2), ranked(), 0.5);
        assertThat(status.filter(new Locator.FilterOptions().setHasText("Answer 2 is now first of one."))).isAttached();
        drag(item(3), item(2), 0.9);
        drag(item(1), item(3), 0.1);
        assertThat(status.filter(new Locator.FilterOptions().setHasText("Answer 1 is now second of three.")))
                .isAttached();
        assertThat(placed(2, "1 of 3")).isVisible();
        assertThat(placed(1, "2 of 3")).isVisible();
        assertThat(placed(3, "3 of 3")).isVisible();

        item(3).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tie with the one above")).click();
        assertThat(placed(3, "2 of 2, tied")).isVisible();
        stage.press("Control+Enter");
        LabelingPage.awaitSaved(stage.page());

        JsonNode order = project.exportedAnnotations().get(0).at("/result/0/value/ranker/order");
        assertThat(order).hasSize(2);
        assertThat(order.get(1)).hasSize(2);
        assertThat(project.exportedRows()).hasSize(2);
    }

    @Test
    void escLetsADraggedAnswerGoBack() {
        stage.label(Map.of(), RANKER, List.of(Map.of("prompt", "Which is best?", "items", ITEMS.subList(0, 3))));

        grab(item(1));
        moveOver(ranked(), 0.5);
        stage.press("Escape");
        stage.page().mouse().up();

        assertThat(stage.named(AriaRole.GROUP, "Answer 1, not ranked yet")).isVisible();
        assertThat(stage.text("Nothing is ranked yet. Begin with the best answer.")).isVisible();
    }

    @Test
    void someOfNineMayBeLeftOut() {
        Project project = stage.label(Map.of(), RANKER, List.of(Map.of("prompt", "Which is best?", "items", ITEMS)));

        item(9).focus();
        stage.press("Enter");
        item(1).focus();
        stage.press("1");
        assertThat(placed(1, "1 of 2")).isVisible();
        item(9).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take out of the order")).click();
        item(4).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rank next")).click();
        assertThat(placed(4, "2 of 2")).isVisible();
        stage.press("Control+Enter");
        LabelingPage.awaitSaved(stage.page());

        assertThat(project.exportedAnnotations().get(0).at("/result/0/value/ranker/order")).hasSize(2);
        assertThat(project.exportedRows()).hasSize(1);
    }

    @Test
    void noneIsLeftOutWhereTheProjectWantsWholeOrders() {
        Project project = stage.label(Map.of("allow_partial_ranking", false), RANKER,
                List.of(Map.of("prompt", "Which is best?", "items", ITEMS.subList(0, 3))));

        item(2).focus();
        stage.press("Enter");
        assertThat(placed(2, "1 of 1")).isVisible();
        stage.press("Control+Enter");
        assertThat(stage.text("2 answers are not ranked yet.").first()).isVisible();
        item(1).focus();
        stage.press("Enter");
        item(3).focus();
        stage.press("Enter");
        assertThat(placed(3, "3 of 3")).isVisible();
        stage.press("Control+Enter");
        LabelingPage.awaitSaved(stage.page());

        assertThat(project.exportedAnnotations().get(0).at("/result/0/value/ranker/order")).hasSize(3);
    }

    private Locator item(int number) {
        return stage.page()
                .getByRole(AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Answer " + number + ",")));
    }

    private Locator placed(int number, String place) {
        return stage.named(AriaRole.GROUP, "Answer " + number + ", place " + place);
    }

    private Locator ranked() {
        return stage.named(AriaRole.LIST, "Ranked, the best first");
    }

    /** Drags an item until the pointer has so much of another box above it. */
    private void drag(Locator item, Locator onto, double share) {
        grab(item);
        moveOver(onto, share);
        stage.page().mouse().up();
    }

    private void grab(Locator item) {
        BoundingBox box = item.boundingBox();
        stage.page().mouse().move(box.x + GRIP, box.y + GRIP);
        stage.page().mouse().down();
    }

    private void moveOver(Locator onto, double share) {
        BoundingBox box = onto.boundingBox();
        stage.page().mouse().move(box.x + GRIP, box.y + box.height * share, new Mouse.MoveOptions().setSteps(4));
    }
}
