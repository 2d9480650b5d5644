package org.prefstream.e2e.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

/**
 * Notes whatever must never happen on a page, whoever wrote what it shows: dialogs, errors in the console, violations of the page's own
 * policy, requests that leave for elsewhere or log out, and anything that all objects inherit.
 */
public final class Alarm {

    private static final Set<String> LOUD = Set.of("error", "warning", "assert");
    /** What Chromium says of a style sheet that would import another one: that it does not. */
    private static final String NOTHING_IMPORTED = "@import rules are not allowed here.";
    /**
     * Refusals that a page expects: a configuration is checked while it is written and not whole yet, and a stranger is not known to
     * the server.
     */
    private static final Pattern EXPECTED = Pattern
            .compile(".*/api/(projects/\\d+/validate|current-user/whoami):\\d+:\\d+");
    private static final String LOG_OUT = "/user/logout";
    private static final String TELL_VIOLATIONS = """
            addEventListener('securitypolicyviolation', (event) =>
              console.error(`violates ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))""";
    private static final String INHERITED = "() => Object.keys(Object.prototype).join()";

    private final Page page;
    private final String origin;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Alarm(Page page, String origin) {
        this.page = page;
        this.origin = origin;
    }

    /** Listens on a page from its next document on. */
    public static Alarm on(Page page, URI url) {
        Alarm alarm = new Alarm(page, url.toString());
        page.addInitScript(TELL_VIOLATIONS);
        page.onDialog(alarm::hear);
        page.onConsoleMessage(alarm::hear);
        page.onPageError(error -> alarm.heard.add("error: " + error));
        page.onRequest(alarm::hear);
        page.onPopup(popup -> alarm.heard.add("window: " + popup.url()));
        page.onDownload(download -> alarm.heard.add("download: " + download.url()));
        return alarm;
    }

    /** Nothing was heard so far. */
    public void assertSilent() {
        assertThat(heard).isEmpty();
        assertThat(page.evaluate(INHERITED)).isEqualTo("");
    }

    private void hear(Dialog dialog) {
        heard.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void hear(ConsoleMessage message) {
        if (LOUD.contains(message.type()) && !message.text().startsWith(NOTHING_IMPORTED)
                && !EXPECTED.matcher(message.location()).matches()) {
            heard.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    private void hear(Request request) {
        if (!request.url().startsWith(origin + "/") || request.url().endsWith(LOG_OUT)) {
            heard.add("request: " + request.url());
        }
    }
}
