package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Uses a page as somebody does who has no mouse. */
record Keyboard(Page page) {

    /** Every page has fewer stops, twice around. */
    private static final int STOPS_MAX = 250;

    /** Goes on by Tab from the place where the focus is, until something has it. */
    void reach(Locator target) {
        assertThat(target).isVisible();
        for (int stops = 0; stops < STOPS_MAX; stops++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element.matches(':focus')"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + target);
    }

    /** Reaches a link or a button, and presses Enter there. */
    void follow(Locator target) {
        reach(target);
        page.keyboard().press("Enter");
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Writes into a field, in place of what it holds. */
    void write(Locator field, String text) {
        reach(field);
        press("Control+a");
        page.keyboard().insertText(text);
    }
}
