package org.evenkeel.app.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, as a user starts it, and what it says. */
final class ChildProcess implements AutoCloseable {
    /** A line that was said, and when. */
    record Line(String text, long nanos) {}

    private static final String END = "\u0000end";
    private static final long LONGEST_SECONDS = 300;

    private final Process process;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final List<Line> said = new ArrayList<>();
    private final Thread reader;

    private ChildProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "child");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    static ChildProcess start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** Starts the program, behind these words of another command where there are any. */
    static ChildProcess start(List<String> before, String... arguments) {
        try {
            List<String> command = new ArrayList<>(before);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("@" + SmallStudy.HOME.resolve("conf/jvm.options"));
            command.addAll(List.of("-Xmx900m", "-Xmn300m", "-XX:TieredStopAtLevel=1"));
            command.add("-Devenkeel.home=" + SmallStudy.HOME);
            command.add("-Dlog4j2.configurationFile=" + SmallStudy.HOME.resolve("conf/log4j2.xml"));
            command.add("-cp");
            command.add(classPath());
            command.add("org.evenkeel.app.cli.Evenkeel");
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the test itself runs on, however it was started. */
    private static String classPath() {
        List<String> parts = new ArrayList<>();
        for (ClassLoader loader = ChildProcess.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    try {
                        parts.add(Path.of(url.toURI()).toString());
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        parts.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        return String.join(":", parts);
    }

    private void read() {
        try (BufferedReader reading =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (@Nullable String line = reading.readLine(); line != null; line = reading.readLine()) {
                lines.add(new Line(line, System.nanoTime()));
            }
        } catch (IOException killed) {
            // A process that was killed has nothing more to say.
        }
        lines.add(new Line(END, System.nanoTime()));
    }

    /** Waits for a line that contains this, or for the end; says whether the line came. */
    boolean await(String text) throws InterruptedException {
        while (true) {
            Line line = lines.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.text().equals(END)) {
                return false;
            }
            said.add(line);
            if (line.text().contains(text)) {
                return true;
            }
        }
    }

    /** Kills it as nothing can refuse, and says what it said last. */
    String kill() throws InterruptedException {
        process.destroyForcibly();
        await(END);
        process.waitFor();
        return said.isEmpty() ? "" : said.get(said.size() - 1).text();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it come to its end; gives its exit code. */
    int end() throws InterruptedException {
        await(END);
        return process.waitFor();
    }

    List<Line> said() {
        return said;
    }

    String text() {
        return String.join("\n", said.stream().map(Line::text).toList());
    }

    static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
