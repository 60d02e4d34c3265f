package org.evenkeel.reports.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless browser of this machine with one page in it, driven as its own developer tools drive it. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)\\s");
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
    private static final Pattern REQUESTED =
            Pattern.compile("\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{\"url\":\"([^\"]*)\"");
    private static final Pattern COMPLAINT = Pattern.compile("\"method\":\"Log\\.entryAdded\".*?\"text\":\"([^\"]*)\"");
    private static final long SECONDS = 30;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final List<String> requested = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private String session = "";

    private Chromium(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Answers())
                .join();
    }

    /** Where this machine has a browser. */
    static Optional<Path> found() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile of its own in the folder. */
    static Chromium start(Path program, Path profile) throws IOException {
        Path said = Files.createTempFile(Files.createDirectories(profile), "said", ".txt");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
        try {
            Chromium browser = new Chromium(process, address(process, said));
            String target = Pattern.compile("\"targetId\":\"([^\"]+)\"")
                    .matcher(browser.ask("Target.createTarget", "\"url\":\"about:blank\""))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            browser.session = Pattern.compile("\"sessionId\":\"([^\"]+)\"")
                    .matcher(browser.ask("Target.attachToTarget", "\"targetId\":\"" + target + "\",\"flatten\":true"))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            browser.ask("Page.enable", "");
            browser.ask("Network.enable", "");
            browser.ask("Log.enable", "");
            return browser;
        } catch (RuntimeException | IOException e) {
            end(process);
            throw e;
        }
    }

    private static URI address(Process process, Path said) throws IOException {
        for (int i = 0; i < 1_500 && process.isAlive(); i++) {
            Matcher listening = LISTENING.matcher(Files.readString(said));
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
            pause();
        }
        throw new IOException("The browser did not listen: " + Files.readString(said));
    }

    /** Collects what the browser says over the socket. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                heard(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void heard(String message) {
        Matcher id = ID.matcher(message);
        if (id.find()) {
            Optional.ofNullable(answers.remove(Integer.valueOf(id.group(1)))).ifPresent(wait -> wait.complete(message));
        } else {
            keep(REQUESTED, message, requested);
            keep(COMPLAINT, message, complaints);
        }
    }

    private static void keep(Pattern pattern, String message, List<String> kept) {
        Matcher matcher = pattern.matcher(message);
        if (matcher.find()) {
            kept.add(matcher.group(1));
        }
    }

    private String ask(String method, String parameters) {
        int number = numbers.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(number, answer);
        String to = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        socket.sendText(
                        "{\"id\":" + number + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}" + to
                                + "}",
                        true)
                .join();
        String said = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (said.startsWith("{\"id\":" + number + ",\"error\"")) {
            throw new IllegalStateException(method + ": " + said);
        }
        return said;
    }

    // ---- what a test does with it

    /** Opens a file and waits until it is there. */
    void open(Path file) {
        requested.clear();
        complaints.clear();
        ask("Page.navigate", "\"url\":\"" + file.toUri() + "\"");
        for (int i = 0;
                i < 500
                        && !run("document.readyState + location.pathname")
                                .equals("complete" + file.toUri().getPath());
                i++) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an expression of the page's language comes to, as words. It may be a promise. */
    String run(String expression) {
        String whole = "(async () => encodeURIComponent(String(await (" + expression + "))))()";
        String said =
                ask("Runtime.evaluate", "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":" + quoted(whole));
        Matcher value = Pattern.compile("\"result\":\\{\"type\":\"string\",\"value\":\"([^\"]*)\"")
                .matcher(said);
        if (!value.find()) {
            throw new IllegalStateException(said.substring(0, Math.min(1_000, said.length())));
        }
        return URLDecoder.decode(value.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Runs a script that has no value. */
    void load(String script) {
        ask("Runtime.evaluate", "\"expression\":" + quoted(script + ";0"));
    }

    /** Presses a key as a person would. */
    void press(Key key) {
        String named = "\"key\":\"" + key.named + "\",\"code\":\"" + key.named + "\",\"windowsVirtualKeyCode\":"
                + key.number + (key.typed.isEmpty() ? "" : ",\"text\":\"" + key.typed + "\"");
        ask("Input.dispatchKeyEvent", "\"type\":\"" + (key.typed.isEmpty() ? "rawKeyDown" : "keyDown") + "\"," + named);
        ask("Input.dispatchKeyEvent", "\"type\":\"keyUp\"," + named);
    }

    /** Types words into what has the focus. */
    void type(String words) {
        ask("Input.insertText", "\"text\":" + quoted(words));
    }

    /** Makes the window so wide. */
    void width(int pixels) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + pixels + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":false");
    }

    /** Shows the page as it is on a screen or on paper: {@code screen}, {@code print}. */
    void medium(String name) {
        ask("Emulation.setEmulatedMedia", "\"media\":\"" + name + "\"");
    }

    /** Lets pages run scripts, or not. */
    void scripts(Scripts wanted) {
        ask("Emulation.setScriptExecutionDisabled", "\"value\":" + (wanted == Scripts.OFF));
    }

    /** The page as a picture, as long as it is. */
    byte[] picture() {
        return content(ask("Page.captureScreenshot", "\"format\":\"png\",\"captureBeyondViewport\":true"));
    }

    /** The page as it is printed. */
    byte[] printed() {
        medium("");
        return content(ask("Page.printToPDF", "\"preferCSSPageSize\":true,\"printBackground\":true"));
    }

    private static byte[] content(String said) {
        Matcher data = Pattern.compile("\"data\":\"([^\"]*)\"").matcher(said);
        if (!data.find()) {
            throw new IllegalStateException("The browser gave no picture");
        }
        return Base64.getDecoder().decode(data.group(1));
    }

    /** What the page has asked for since it was opened, without what it carries itself. */
    List<String> requested() {
        return requested.stream()
                .filter(address -> !address.startsWith("data:"))
                .toList();
    }

    /** What the browser complained of since the page was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static String quoted(String words) {
        StringBuilder json = new StringBuilder(words.length() + 64).append('"');
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < ' ' || letter > '~') {
                json.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        return json.append('"').toString();
    }

    @Override
    public void close() {
        socket.abort();
        end(process);
    }

    private static void end(Process process) {
        Stream<ProcessHandle> children = process.descendants();
        children.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether pages may run scripts. */
    enum Scripts {
        ON,
        OFF
    }

    /** Keys that tests press. */
    enum Key {
        TAB("Tab", 9, ""),
        ENTER("Enter", 13, "\\r"),
        SPACE(" ", 32, " "),
        DOWN("ArrowDown", 40, "");

        private final String named;
        private final int number;
        private final String typed;

        Key(String named, int number, String typed) {
            this.named = named;
            this.number = number;
            this.typed = typed;
        }
    }
}
