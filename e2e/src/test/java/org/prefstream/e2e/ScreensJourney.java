package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;

/**
 * Takes the pictures of all states in {@code docs/screenshots}, anew. It runs only on demand:
 * {@code ./mvnw -Dquick -Pjourneys -Dscreens=true verify -Dit.test=ScreensJourney}.
 */
@Order(21)
@EnabledIfSystemProperty(named = "prefstream.screens", matches = "true")
@ExtendWith(SharedSystem.class)
class ScreensJourney {

    private static final Path FOLDER = Path.of(System.getProperty("prefstream.root", ".")).resolve("docs/screenshots");
    private static final Window DESK = new Window(ColorScheme.LIGHT, 1440, 900);
    private static final Window DESK_AT_NIGHT = new Window(ColorScheme.DARK, 1440, 900);
    private static final Window PHONE = new Window(ColorScheme.LIGHT, 390, 844);
    private static final Window PHONE_AT_NIGHT = new Window(ColorScheme.DARK, 390, 844);
    private static final Window LANDSCAPE = new Window(ColorScheme.LIGHT, 844, 390);
    private static final Window ENLARGED = new Window(ColorScheme.LIGHT, 320, 256);

    /** How each state is seen. */
    private static final List<Window> USUAL = List.of(DESK, DESK_AT_NIGHT, PHONE, PHONE_AT_NIGHT);
    /** How those are seen besides that have most on the screen. */
    private static final List<Window> LOW = List.of(LANDSCAPE, ENLARGED);
    private static final Set<String> FULL = Set.of("comparison", "strength");

    final RunningSystem system;
    final Chromium.Shared browser;

    ScreensJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    static List<Picture> pictures() {
        return State.all().stream().flatMap(ScreensJourney::picturesOf).toList();
    }

    private static Stream<Picture> picturesOf(State state) {
        return Stream.of(USUAL, FULL.contains(state.name()) ? LOW : List.<Window>of())
                .flatMap(List::stream)
                .map(window -> new Picture(state, window));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void isTaken(Picture picture) {
        try (Visitor visitor = Visitor.of(system, browser)) {
            Page page = visitor.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(picture.window().scheme())
                    .setReducedMotion(ReducedMotion.REDUCE));
            page.setViewportSize(picture.window().width(), picture.window().height());
            Stage.await(picture.state().reach().apply(new Stage(system, visitor)));

            byte[] taken = page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(picture.file()))
                    .setCaret(ScreenshotCaret.HIDE));

            assertThat(taken).isNotEmpty();
        }
    }

    /** How somebody looks at a page. */
    record Window(ColorScheme scheme, int width, int height) {
    }

    /** A state as it looks in a window. */
    record Picture(State state, Window window) {

        String file() {
            String scheme = window.scheme().name().toLowerCase(Locale.ROOT);
            return "%s-%s-%d.png".formatted(state.name(), scheme, window.width());
        }

        @Override
        public String toString() {
            return file();
        }
    }
}
