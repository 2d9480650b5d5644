package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Alarm;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Journey 48: an owner looks through the gallery of templates, each of which shows its example as annotators will see it. */
@Order(48)
@ExtendWith(SharedSystem.class)
class TemplatesJourney {

    private static final int TEMPLATES_MIN = 10;

    private final Visitor visitor;
    private final Page page;
    private final Keyboard keyboard;
    private final Alarm alarm;

    TemplatesJourney(RunningSystem system, Chromium.Shared browser) {
        visitor = Visitor.of(system, browser);
        page = visitor.page();
        keyboard = new Keyboard(page);
        alarm = Alarm.on(page, system.connection().url());
        visitor.logIn(system.connection().email(), system.connection().password());
        visitor.open("/projects/new");
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void eachTemplateIsInAGroupHasAPictureAndShowsItsExample() {
        Locator gallery = page.locator("template-gallery");
        assertThat(gallery.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("Generative AI")))
                .isVisible();
        assertThat(gallery.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3)).nth(1)).isVisible();
        List<String> titles = gallery.getByRole(AriaRole.LISTITEM).getByRole(AriaRole.BUTTON).allInnerTexts();
        assertThat(titles).hasSizeGreaterThanOrEqualTo(TEMPLATES_MIN).doesNotHaveDuplicates();
        assertThat(gallery.locator("template-sketch svg")).hasCount(titles.size());

        for (String title : titles) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(title).setExact(true)).click();
            assertThat(visitor.heading("The example, as annotators will see it")).isVisible();
            assertThat(page.locator("tasks-preview task-view")).hasCount(1);
            assertThat(page.locator("tasks-preview .problem")).hasCount(0);
            again().click();
        }
        alarm.assertSilent();
    }

    @Test
    void aTemplateIsChosenTriedAndLeftByTheKeyboardAlone() {
        keyboard.follow(visitor.button("Safety review"));
        Locator unsafe = page.locator("tasks-preview").getByText("Unsafe").first();
        assertThat(unsafe).isVisible();
        assertThat(page.getByLabel("Title of the project")).isFocused();
        visitor.findsAccessible(unsafe);

        keyboard.follow(again());
        assertThat(visitor.button("Safety review")).isVisible();
        alarm.assertSilent();
    }

    private Locator again() {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take another template"));
    }
}
