package org.evenkeel.core.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Remark;
import org.evenkeel.core.statistics.response.WeightingWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MessagesTest {
    /** The bundles of sentences: the first segment of their keys. */
    private static final List<String> BUNDLES =
            List.of("absence", "cohort", "fact", "figure", "finding", "flag", "heard", "list", "weighting");

    /** Bundles whose keys hold names of constants, codes or attributes. */
    private static final Pattern NAMED =
            Pattern.compile("(absence|figure|weighting\\.warning|cohort\\.attribute|fact\\.unit)\\..*");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern TEXT = Pattern.compile("\"([a-z][a-z.-]*)\"");
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final Messages SPANISH = Messages.of(Locale.forLanguageTag("es"));

    private static Properties sentences(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return properties;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void spanish_everySentence_isThereWithTheSamePlaces(String bundle) throws IOException {
        Properties british = sentences(bundle + ".properties");
        Properties spanish = sentences(bundle + "_es.properties");
        assertThat(british).isNotEmpty();
        assertThat(spanish.stringPropertyNames()).isEqualTo(british.stringPropertyNames());
        british.stringPropertyNames()
                .forEach(key -> assertThat(places(spanish.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(british.getProperty(key))));
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void american_everySentence_differsFromTheBritishOneInItsPlace(String bundle) throws IOException {
        Properties british = sentences(bundle + ".properties");
        Properties american = sentences(bundle + "_en_US.properties");
        american.stringPropertyNames().forEach(key -> {
            assertThat(british.stringPropertyNames()).contains(key);
            assertThat(american.getProperty(key)).as(key).isNotEqualTo(british.getProperty(key));
            assertThat(places(american.getProperty(key))).as(key).isEqualTo(places(british.getProperty(key)));
        });
    }

    /** A lone quotation mark would swallow the places after it, and a key in another bundle would not be found. */
    @ParameterizedTest
    @FieldSource("BUNDLES")
    void everySentence_ofEveryLanguage_isWellFormed(String bundle) throws IOException {
        for (String language : List.of("", "_en_US", "_es")) {
            sentences(bundle + language + ".properties").forEach((key, sentence) -> {
                assertThat(String.valueOf(key)).startsWith(bundle + ".");
                assertThat(String.valueOf(sentence).replace("''", ""))
                        .as("%s in %s", key, language)
                        .isNotBlank()
                        .doesNotContain("'");
                assertThat(new MessageFormat(String.valueOf(sentence), Locale.ROOT).getFormatsByArgumentIndex())
                        .as("%s in %s", key, language)
                        .hasSize(places(String.valueOf(sentence)).size());
            });
        }
    }

    /** Every key that the code names is there, and every key that is there is named, in core or where releases are written. */
    @Test
    void everyKey_isNamedInTheCode_andTheOtherWayRound() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path module : List.of(Path.of(""), Path.of("..", "app"))) {
            try (Stream<Path> files = Files.walk(module.resolve(Path.of("src", "main", "java")))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    named.addAll(TEXT.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .toList());
                }
            }
        }
        // Groups of respondents name their sentences by what they have in common.
        for (String group : List.of("heard.leavers", "heard.late")) {
            assertThat(named).contains(group);
            List.of("who", "higher", "lower", "same", "consequence").forEach(detail -> named.add(group + "." + detail));
        }
        Set<String> known = new TreeSet<>();
        for (String bundle : BUNDLES) {
            known.addAll(sentences(bundle + ".properties").stringPropertyNames());
        }
        assertThat(known)
                .filteredOn(key -> !NAMED.matcher(key).matches())
                .isNotEmpty()
                .allMatch(named::contains);
        Pattern ours = Pattern.compile("(" + String.join("|", BUNDLES) + ")\\.[a-z.-]*[a-z]");
        assertThat(named)
                .filteredOn(key -> ours.matcher(key).matches())
                .filteredOn(key -> !List.of("heard.leavers", "heard.late").contains(key))
                .allMatch(known::contains);
    }

    @Test
    void absencesRemarksAndWarnings_everyOne_hasItsSentence() throws IOException {
        assertThat(sentences("absence.properties").stringPropertyNames())
                .isEqualTo(Arrays.stream(Absence.values())
                        .map(absence -> "absence." + absence.name())
                        .collect(Collectors.toSet()));
        assertThat(Arrays.stream(Remark.values()).map(remark -> "figure.note." + remark.name()))
                .allMatch(SPANISH::has);
        assertThat(Arrays.stream(WeightingWarning.values()).map(warning -> "weighting.warning." + warning.name()))
                .allMatch(SPANISH::has);
    }

    @Test
    void figures_everyKind_hasItsTitle() {
        FigureKind.STANDARD.forEach(kind -> {
            assertThat(ENGLISH.text("figure." + kind.code())).isEqualTo(kind.title());
            assertThat(SPANISH.text("figure." + kind.code())).isNotEqualTo(kind.title());
        });
    }

    @Test
    void text_keyNobodyKnows_isNamed() {
        assertThatThrownBy(() -> SPANISH.text("finding.no-such-thing")).hasMessageContaining("finding.no-such-thing");
    }

    @Test
    void listed_everyLanguage_hasItsWord() {
        assertThat(ENGLISH.listed(List.of())).isEmpty();
        assertThat(ENGLISH.listed(List.of("a"))).isEqualTo("a");
        assertThat(ENGLISH.listed(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(SPANISH.listed(List.of("a", "b", "c"))).isEqualTo("a, b y c");
    }

    @Test
    void number_everyLanguage_hasItsForm() {
        BigDecimal number = new BigDecimal("-1234.50");
        assertThat(ENGLISH.number(number)).isEqualTo("\u22121,234.50");
        assertThat(ENGLISH.plain(number)).isEqualTo("\u22121,234.5");
        assertThat(ENGLISH.plain(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(ENGLISH.plain(new BigDecimal("1E+2"))).isEqualTo("100");
        assertThat(Messages.of(Locale.US).signed(number.negate())).isEqualTo("+1,234.50");
        assertThat(SPANISH.number(number)).isEqualTo("\u22121.234,50");
        assertThat(SPANISH.rounded(0.125, 2)).isEqualTo("0,13");
        assertThat(ENGLISH.signed(new BigDecimal("0.0"))).isEqualTo("0.0");
    }

    @Test
    void text_languageOfTheMachine_neverStepsIn() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("es"));
            assertThat(Messages.of(Locale.UK).text("list.and", "a", "b")).isEqualTo("a and b");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(SPANISH.text("list.and", "a", "b")).isEqualTo("a y b");
    }
}
