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

    /** {@return all states that are looked at} */
    static List<State> all() {
        return Stream.of(PageStates.all(), TaskStates.all(), QuestionStates.all(), MomentStates.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
