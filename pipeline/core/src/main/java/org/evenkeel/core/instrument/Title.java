package org.evenkeel.core.instrument;

import java.util.Map;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.Language;

/**
 * What an instrument or a scale is called.
 *
 * @param text its title in British English, which stands in where another language has none
 * @param translations its titles in other languages
 */
public record Title(String text, Map<Language, String> translations) {
    public Title {
        translations = Map.copyOf(translations);
        Require.that(!text.isBlank(), "a title needs words. Value given: '%s'", text);
        translations.forEach((language, words) ->
                Require.that(!words.isBlank(), "a title in %s needs words. Value given: '%s'", language.tag(), words));
    }

    /** A title in British English only. */
    public Title(String text) {
        this(text, Map.of());
    }

    /** The title in a language. */
    public String in(Language language) {
        return translations.getOrDefault(language, text);
    }

    @Override
    public String toString() {
        return text;
    }
}
