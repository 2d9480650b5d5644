package org.prefstream.e2e.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** A headless Chromium of the machine's. */
public final class Chromium implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync");

    /** A slow machine that has other work shows a page late. A journey is about what comes, not about how soon. */
    private static final int PATIENCE_MILLIS = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final AutoCloseable owner;
    private final BrowserContext context;
    private final Path profile;

    private Chromium(AutoCloseable owner, BrowserContext context, Path profile) {
        this.owner = owner;
        this.context = context;
        this.profile = profile;
    }

    /** Starts it with a fresh profile; a machine without Chromium fails with what to install. */
    public static Chromium start() {
        return start(freshProfile());
    }

    /** {@return a folder for what a browser keeps} */
    public static Path freshProfile() {
        return Folders.fresh("chromium");
    }

    /** Starts it with what an earlier one kept in that folder. */
    public static Chromium start(Path profile) {
        Path program = program();
        Playwright playwright = playwright();
        BrowserContext context = playwright.chromium()
                .launchPersistentContext(profile,
                        new BrowserType.LaunchPersistentContextOptions().setExecutablePath(program)
                                .setArgs(ARGUMENTS)
                                .setHeadless(true)
                                .setViewportSize(WIDTH, HEIGHT));
        return new Chromium(playwright, context, profile);
    }

    /** Starts one that is to be visited by many people, one after the other, who leave nothing behind in it. */
    public static Shared shared() {
        Playwright playwright = playwright();
        return new Shared(playwright,
                playwright.chromium()
                        .launch(new BrowserType.LaunchOptions().setExecutablePath(program())
                                .setArgs(ARGUMENTS)
                                .setHeadless(true)));
    }

    private static Playwright playwright() {
        return Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** A running browser, in which each visit begins without anything that an earlier one left. */
    public record Shared(Playwright playwright, Browser browser) implements AutoCloseable {

        /** {@return a visit to it} */
        public Chromium visit() {
            return visit(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
        }

        /** {@return a visit from another device, or of somebody who reads and counts in another way} */
        public Chromium visit(Browser.NewContextOptions device) {
            return new Chromium(() -> {
            }, browser.newContext(device), freshProfile());
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    public Page newPage() {
        return context.newPage();
    }

    /** Takes the network away, or gives it back. */
    public void setOffline(boolean offline) {
        context.setOffline(offline);
    }

    /** Forgets who is logged in. */
    public void forgetSession() {
        context.clearCookies();
    }

    /** Ends it, in place of closing it, as a machine does that loses its power: no page hears of it. */
    public void kill() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
                .forEach(ProcessHandle::destroyForcibly);
        closeOwner();
    }

    @Override
    public void close() {
        context.close();
        closeOwner();
    }

    private void closeOwner() {
        try {
            owner.close();
        } catch (Exception unclosed) {
            throw new IllegalStateException(unclosed);
        }
    }

    private static Path program() {
        return Stream.concat(Stream.ofNullable(System.getProperty("chromium")), PROGRAMS.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Chromium is missing: install it (Debian: apt-get install chromium), or name it by -Dchromium=PATH; looked for "
                                + PROGRAMS));
    }
}
