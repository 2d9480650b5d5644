package org.prefstream.e2e;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;

/**
 * A state of the page that people come across, and how it comes about.
 *
 * @param name what it is called, for files and tests
 * @param reach brings it about, and returns what shows that it is there
 */
record State(String name, Function<Stage, Locator> reach) {

    /** What was asked for; empty for all. */
    private static final String WANTED = System.getProperty("prefstream.states", "");

    /** {@return all states that are looked at, or those whose names match what was asked for ({@code -Dstates=export.*})} */
    static List<State> all() {
        return Stream
                .of(PageStates.all(), OwnerStates.all(), SettingsStates.all(), TaskListStates.all(), TaskStates.all(),
                        QuestionStates.all(), MomentStates.all(), RareStates.all())
                .flatMap(List::stream)
                .filter(state -> WANTED.isBlank() || state.name().matches(WANTED))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
