package org.evenkeel.reports.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleUseTest {
    private static final Path JAVA = Path.of("src/main/java/org/evenkeel/reports");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path BUNDLES = Path.of("src/main/resources/org/evenkeel/reports/words");
    private static final Pattern KEY = Pattern.compile("\"((?:model|page|chart|workbook|look|brief)\\.[a-z0-9._-]+)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile("^[A-Z][a-z]+,? [a-z]{2,}");
    private static final Pattern COMPLAINT =
            Pattern.compile("Require\\.that\\(|new (?:IllegalArgument|IllegalState)Exception\\(");
    private static final Pattern MARKUP =
            Pattern.compile("\\$(?:unsafe)?\\{[^}]*}|@[\\w.]+\\([^@]*?\\)(?=[@<\\s]|$)|@\\w+|<[^>]*>");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : Stream.concat(files(JAVA, ".java").stream(), files(TEMPLATES, ".jte").stream())
                .toList()) {
            KEY.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(used::add);
        }
        return used;
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : List.of("model", "page", "chart", "workbook", "look", "brief")) {
            Files.readAllLines(BUNDLES.resolve(bundle + ".properties")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
                    .filter(key -> !key.isEmpty())
                    .forEach(known::add);
        }
        return known;
    }

    private static boolean is(String asked, String key) {
        return key.equals(asked)
                || (asked.endsWith(".") && key.startsWith(asked))
                || Set.of(asked + ".one", asked + ".other", asked + ".heading", asked + ".text")
                        .contains(key);
    }

    @Test
    void everyMessage_isSaidSomewhere() throws IOException {
        Set<String> used = used();
        assertThat(known().stream().filter(key -> used.stream().noneMatch(asked -> is(asked, key))))
                .isEmpty();
    }

    @Test
    void everyKeyInTheSources_hasAMessage() throws IOException {
        Set<String> known = known();
        assertThat(used().stream().filter(asked -> known.stream().noneMatch(key -> is(asked, key))))
                .isEmpty();
    }

    @Test
    void sourcesThatSayAndDraw_holdNoSentence() throws IOException {
        List<String> found = new ArrayList<>();
        for (String part : List.of("model", "pdf", "web", "chart")) {
            for (Path file : files(JAVA.resolve(part), ".java")) {
                String source = withoutComplaints(
                        COMMENT.matcher(Files.readString(file)).replaceAll(""));
                LITERAL.matcher(source)
                        .results()
                        .map(match -> match.group(1))
                        .filter(said -> SENTENCE.matcher(said).find())
                        .forEach(said -> found.add(file.getFileName() + ": " + said));
            }
        }
        assertThat(found)
                .as("because a sentence in the sources is read in every language; it belongs in a bundle")
                .isEmpty();
    }

    @Test
    void templates_holdNoWords() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("@") && !line.startsWith("!{")) {
                    String said = MARKUP.matcher(line).replaceAll("|");
                    Pattern.compile(">\\s*[A-Za-z]{2,}[^|<]*")
                            .matcher(line.replaceAll("\\$(?:unsafe)?\\{[^}]*}", ""))
                            .results()
                            .map(MatchResult::group)
                            .filter(words -> said.contains(words.substring(1).strip()))
                            .filter(words -> !words.contains("@"))
                            .forEach(words -> found.add(file.getFileName() + ": " + words));
                }
            }
        }
        assertThat(found)
                .as("because words in a template are read in every language; they belong in a bundle")
                .isEmpty();
    }

    /** The source without what is said to programmers when something is wrong. */
    private static String withoutComplaints(String source) {
        StringBuilder rest = new StringBuilder(source);
        List<MatchResult> complaints = COMPLAINT.matcher(source).results().collect(Collectors.toList());
        for (int i = complaints.size() - 1; i >= 0; i--) {
            int end = complaints.get(i).end();
            int depth = 1;
            boolean quoted = false;
            while (depth > 0) {
                char letter = source.charAt(end);
                quoted ^= (letter == '"') && (source.charAt(end - 1) != '\\');
                depth += quoted ? 0 : letter == '(' ? 1 : letter == ')' ? -1 : 0;
                end++;
            }
            if (end <= rest.length()) {
                rest.delete(complaints.get(i).start(), end);
            }
        }
        return rest.toString();
    }
}
