package org.evenkeel.reports.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MessagesTest {
    /** The bundles of sentences: the first segment of their keys. */
    @SuppressWarnings("UnusedVariable")
    private static final List<String> BUNDLES = List.of("model", "page", "chart", "workbook", "look", "brief");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Locale SPANISH = Locale.forLanguageTag("es");

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
                Object[] arguments = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
                assertThat(new MessageFormat(String.valueOf(sentence), Locale.ROOT).format(arguments))
                        .as("%s in %s", key, language)
                        .doesNotContain("{");
            });
        }
    }

    @Test
    void text_keyNobodyKnows_isNamed() {
        Messages spanish = Messages.of(SPANISH);
        assertThatThrownBy(() -> spanish.text("model.no-such-thing")).hasMessageContaining("model.no-such-thing");
    }

    @Test
    void count_oneAndMany_areSaidDifferently() {
        assertThat(Messages.of(Locale.UK).count("model.groups.withheld", 1, "x"))
                .isEqualTo("1 group is x.");
        assertThat(Messages.of(Locale.UK).count("model.groups.withheld", 1200, "x"))
                .isEqualTo("1,200 groups are x.");
        assertThat(Messages.of(SPANISH).count("model.groups.withheld", 1200, "x"))
                .isEqualTo("1.200 grupos llevan «x».");
    }

    @Test
    void term_everyLanguage_hasItsOrder() {
        assertThat(Words.of(Locale.UK).term("2026-autumn")).isEqualTo("Autumn 2026");
        assertThat(Words.of(Locale.UK).term("2026-michaelmas")).isEqualTo("Michaelmas 2026");
        assertThat(Words.of(SPANISH).term("2026-autumn")).isEqualTo("otoño de 2026");
        assertThat(Words.of(SPANISH).term("T1")).isEqualTo("T1");
    }

    @Test
    void day_everyLanguage_hasItsOrder() {
        LocalDate day = LocalDate.of(2027, 1, 8);
        assertThat(Words.of(Locale.UK).day(day)).isEqualTo("8 January 2027");
        assertThat(Words.of(Locale.US).day(day)).isEqualTo("January 8, 2027");
        assertThat(Words.of(SPANISH).day(day)).isEqualTo("8 de enero de 2027");
        assertThat(Words.of(SPANISH).shortDay(LocalDate.of(2026, 9, 7))).isEqualTo("7 sep");
    }

    @Test
    void number_everyLanguage_hasItsForm() {
        BigDecimal number = new BigDecimal("-1234.50");
        assertThat(Messages.of(Locale.UK).number(number)).isEqualTo("\u22121,234.50");
        assertThat(Messages.of(Locale.US).signed(number.negate())).isEqualTo("+1,234.50");
        assertThat(Messages.of(SPANISH).number(number)).isEqualTo("\u22121.234,50");
        assertThat(Messages.of(Locale.UK).signed(new BigDecimal("0.0"))).isEqualTo("0.0");
    }

    @Test
    void text_languageOfTheMachine_neverStepsIn() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(SPANISH);
            assertThat(Messages.of(Locale.UK).text("model.list.and", "a", "b")).isEqualTo("a and b");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Messages.of(SPANISH).text("model.list.and", "a", "b")).isEqualTo("a y b");
    }
}
