package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.ImageServer;
import org.prefstream.e2e.support.ImageServer.Asked;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;

/** Journey 23: images of tasks come through the door if the operator allows their addresses, and are named elsewhere. */
@Order(23)
@ExtendWith(SharedSystem.class)
class ImagesJourney {

    private static final String TAGS = """
            <Image name="picture" value="$picture"/><HyperText name="page" value="$page"/>
            <Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/>
            """ + Stage.PAIR;
    private static final String UNDESCRIBED = "without a description";
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final RunningSystem system;
    private final ImageServer images;
    private final Stage stage;
    private final Page page;
    private final Alarm alarm;
    private final List<String> requests = new ArrayList<>();
    /** What only this test asks for. */
    private final String folder = "/" + UUID.randomUUID() + "/";

    ImagesJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        images = system.images();
        stage = new Stage(system, Visitor.of(system, browser));
        page = stage.page();
        alarm = Alarm.on(page, system.connection().url());
        page.context().onRequest(this::note);
    }

    @AfterEach
    void close() {
        stage.visitor().close();
    }

    @Test
    void imagesOfAllowedAddressesComeThroughTheDoorWhichSaysNothingOfWhoLooks() {
        labelAllowed();

        assertShown("A grey cat");
        assertShown("A blue square");
        assertShown(UNDESCRIBED);

        alarm.assertSilent();
        String url = system.connection().url() + "/";
        assertThat(requests).allSatisfy(request -> assertThat(request).startsWith(url))
                .contains(throughTheDoor("bird.png"), throughTheDoor("cat.png"), throughTheDoor("square.png"));
        assertThat(asked()).extracting(Asked::path)
                .containsExactlyInAnyOrder(shownPath("bird.png"), shownPath("cat.png"), shownPath("square.png"));
        assertThat(asked())
                .allSatisfy(asked -> assertThat(asked.headers()).containsEntry("User-agent", List.of("Prefstream"))
                        .doesNotContainKeys("Cookie", "Authorization", "Referer", "Origin", "Forwarded",
                                "X-forwarded-for", "Accept-language"));
    }

    @Test
    void imagesOfOtherAddressesAreNamedAndNobodyAsksForThem() {
        String bird = images.address("/elsewhere" + folder + "bird.png");
        String cat = images.address("/elsewhere" + folder + "cat.png");
        // Begins with the letters of what is allowed, but not with its folder.
        String square = images.address("/shown-too" + folder + "square.png");
        String circle = "https://example.test" + folder + "circle.png";
        label(bird, html("A grey cat", cat), markdown("A blue square", square),
                markdown("A circle", circle) + "\n\n" + markdown("A star", shown("star.png")));

        // What is allowed is known once one of them is there.
        assertShown("A star");

        assertThat(stage.text("Image, not shown: A grey cat (" + cat + ")")).isVisible();
        assertThat(stage.text("Image, not shown: A blue square (" + square + ")")).isVisible();
        assertThat(stage.text("Image, not shown: A circle (" + circle + ")")).isVisible();
        assertThat(stage.text("Image, not shown: ")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(bird))).isVisible();
        assertThat(button("A grey cat").or(button("A blue square")).or(button("A circle")).or(button(UNDESCRIBED)))
                .hasCount(0);
        alarm.assertSilent();
        assertThat(requests).filteredOn(request -> request.contains("/images?"))
                .containsExactly(throughTheDoor("star.png"));
        assertThat(asked()).extracting(Asked::path).containsExactly(shownPath("star.png"));
    }

    @Test
    void imagesFitOnADeskAndOnAPhoneByDayAndByNight() {
        labelAllowed();
        stage.visitor().findsAccessible(button("A blue square"));

        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        stage.visitor().findsAccessible(button("A blue square"));

        for (ColorScheme scheme : new ColorScheme[]{ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String name : List.of("A grey cat", "A blue square", UNDESCRIBED)) {
                BoundingBox box = assertShown(name).boundingBox();
                assertThat(box.x).as("%s in %s", name, scheme).isNotNegative();
                assertThat(box.x + box.width).as("%s in %s", name, scheme).isLessThanOrEqualTo(PHONE_WIDTH);
            }
            assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
        }
    }

    @Test
    void anImageOpensLargerWithoutAVerdictAndTheRowHasItsAddress() {
        Project project = labelAllowed();
        assertShown("A blue square");

        button("A blue square").focus();
        page.keyboard().press("Enter");
        Locator large = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Image: A blue square"));
        assertThat(large.locator("img")).hasJSProperty("naturalWidth", ImageServer.WIDTH);
        stage.visitor().findsAccessible(large);
        page.keyboard().press("1");
        assertThat(large).isVisible();
        page.keyboard().press("Escape");
        assertThat(large).isHidden();
        assertThat(button("A blue square")).isFocused();
        stage.judge("2");

        assertThat(project.exportedAnnotations()).hasSize(1);
        assertThat(project.exportedRows().values()).singleElement().satisfies(row -> {
            assertThat(row.path("prompt").asText()).contains(shown("bird.png"), shown("cat.png"));
            assertThat(List.of(row.path("chosen").asText(), row.path("rejected").asText()))
                    .containsExactlyInAnyOrder(markdown("A blue square", shown("square.png")), "A square.");
        });
    }

    private Project labelAllowed() {
        return label(shown("bird.png"), html("A grey cat", shown("cat.png")),
                markdown("A blue square", shown("square.png")), "A square.");
    }

    private Project label(String picture, String html, String answer1, String answer2) {
        return stage.label(Map.of("title", "Images"), TAGS,
                List.of(Map.of("picture", picture, "page", html, "answer1", answer1, "answer2", answer2)));
    }

    /** {@return the image with that description, which is in sight with all of its pixels} */
    private Locator assertShown(String description) {
        assertThat(button(description)).isVisible();
        Locator image = button(description).locator("img");
        image.scrollIntoViewIfNeeded();
        assertThat(image).hasJSProperty("naturalWidth", ImageServer.WIDTH);
        assertThat(image).hasAccessibleName(description);
        assertThat(image).isInViewport();
        return image;
    }

    private Locator button(String description) {
        return stage.visitor().button("Enlarge the image: " + description);
    }

    private List<Asked> asked() {
        return images.asked().stream().filter(asked -> asked.path().contains(folder)).toList();
    }

    private String shown(String file) {
        return images.address(shownPath(file));
    }

    private String shownPath(String file) {
        return "/shown" + folder + file;
    }

    private String throughTheDoor(String file) {
        return system.connection().url() + "/images?from=" + URLEncoder.encode(shown(file), StandardCharsets.UTF_8);
    }

    private void note(Request request) {
        requests.add(request.url());
    }

    private static String markdown(String description, String address) {
        return "![" + description + "](" + address + ")";
    }

    private static String html(String description, String address) {
        return "<p>Which answer shows a square?</p><img alt=\"" + description + "\" src=\"" + address + "\">";
    }
}
