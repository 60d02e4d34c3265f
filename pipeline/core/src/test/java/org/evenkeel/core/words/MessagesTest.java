package org.evenkeel.core.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private static Properties sentences(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void spanish_everySentence_isThereWithTheSamePlaces() throws IOException {
        Properties british = sentences("messages.properties");
        Properties spanish = sentences("messages_es.properties");
        assertThat(spanish.stringPropertyNames()).isEqualTo(british.stringPropertyNames());
        british.stringPropertyNames()
                .forEach(key -> assertThat(places(spanish.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(british.getProperty(key))));
    }

    @Test
    void american_everySentence_differsFromTheBritishOneInItsPlace() throws IOException {
        Properties british = sentences("messages.properties");
        Properties american = sentences("messages_en_US.properties");
        american.stringPropertyNames().forEach(key -> {
            assertThat(british.stringPropertyNames()).contains(key);
            assertThat(american.getProperty(key)).as(key).isNotEqualTo(british.getProperty(key));
            assertThat(places(american.getProperty(key))).as(key).isEqualTo(places(british.getProperty(key)));
        });
    }

    /** A single quotation mark would swallow the places after it. */
    @Test
    void everySentence_usesNoLoneQuotationMark() throws IOException {
        for (String name : Set.of("messages.properties", "messages_en_US.properties", "messages_es.properties")) {
            sentences(name)
                    .forEach((key, sentence) -> assertThat(
                                    String.valueOf(sentence).replace("''", ""))
                            .as("%s of %s", key, name)
                            .doesNotContain("'"));
        }
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
            assertThat(Messages.of(Locale.UK).text("list.and", "a", "b")).isEqualTo("a and b");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Messages.of(SPANISH).text("list.and", "a", "b")).isEqualTo("a y b");
    }
}
