package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prefstream.e2e.support.Accessibility;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

/**
 * Journey 9, all states of the pages: nothing is found against them in light, in dark, and at four times their size. It takes long, and
 * runs on demand: {@code ./mvnw -Dquick -Pjourneys -Dscreens=true verify -Dit.test=StatesAccessibilityJourney}.
 */
@Order(9)
@EnabledIfSystemProperty(named = "prefstream.screens", matches = "true")
@ExtendWith(SharedSystem.class)
class StatesAccessibilityJourney {

    /** What a window of 1280 by 1024 has room for at 400 %. */
    private static final int ENLARGED_WIDTH = 320;
    private static final int ENLARGED_HEIGHT = 256;

    final RunningSystem system;
    final Chromium.Shared browser;

    StatesAccessibilityJourney(RunningSystem system, Chromium.Shared browser) {
        this.system = system;
        this.browser = browser;
    }

    static List<State> states() {
        return State.all();
    }

    @ParameterizedTest
    @MethodSource("states")
    void nothingIsFoundAgainstIt(State state) {
        try (Visitor visitor = Visitor.of(system, browser)) {
            visitor.findsAccessible(state.reach().apply(new Stage(system, visitor)));

            visitor.page().setViewportSize(ENLARGED_WIDTH, ENLARGED_HEIGHT);
            assertThat(Accessibility.violations(visitor.page())).as("%s at 400 %%", state).isEmpty();
            assertThat(visitor.page().evaluate("() => document.documentElement.scrollWidth")).as("%s at 400 %%", state)
                    .isEqualTo(ENLARGED_WIDTH);
        }
    }
}
