package org.prefstream.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import org.prefstream.e2e.support.Accessibility;
import org.prefstream.e2e.support.Chromium;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.RunningSystem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;

/** A browser that goes to pages by their address, and looks at each of them in light and in dark. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;

    private final URI url;
    private final Chromium chromium;
    private final Page page;

    private Visitor(URI url, Chromium chromium) {
        this.url = url;
        this.chromium = chromium;
        page = chromium.newPage();
    }

    /** {@return a visitor of a browser that others visit too} */
    static Visitor of(RunningSystem system, Chromium.Shared browser) {
        return of(system, browser.visit());
    }

    /** {@return a visitor who has come by a browser} */
    static Visitor of(RunningSystem system, Chromium visit) {
        return new Visitor(system.connection().url(), visit);
    }

    Page page() {
        return page;
    }

    void logIn(Person person) {
        logIn(person.email(), person.password());
    }

    /** Sends the log-in form without showing it. */
    void logIn(String email, String password) {
        logIn(page, url, email, password);
    }

    /** Sends the log-in form from the browser that has a page, whatever the page shows. */
    static void logIn(Page page, URI url, String email, String password) {
        FormData form = FormData.create().set("email", email).set("password", password);
        assertThat(page.request().post(url + "/user/login", RequestOptions.create().setForm(form))).isOK();
    }

    void open(String path) {
        page.navigate(url + path);
    }

    /** Answers the page's requests in the system's place, where the system cannot be brought into that state. */
    void answer(String requests, int status, String json) {
        page.route(requests, route -> route.fulfill(
                new Route.FulfillOptions().setStatus(status).setContentType("application/json").setBody(json)));
    }

    /** Drops a file onto the page. */
    void drop(String file, String content) {
        page.evaluate("""
                ([name, content]) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([content], name));
                  const event = {bubbles: true, cancelable: true, dataTransfer};
                  document.body.dispatchEvent(new DragEvent('dragenter', event));
                  document.body.dispatchEvent(new DragEvent('drop', event));
                }""", List.of(file, content));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** Waits until something is there, and finds nothing against the page that shows it. */
    void findsAccessible(Locator sign) {
        assertThat(sign).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        for (ColorScheme scheme : new ColorScheme[]{ColorScheme.LIGHT, ColorScheme.DARK}) {
            // Colours that are on their way from one to another have no contrast to speak of.
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            assertThat(Accessibility.violations(page)).as("%s in %s", page.url(), scheme).isEmpty();
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}
