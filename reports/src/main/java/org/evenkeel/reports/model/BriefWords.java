package org.evenkeel.reports.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of cohort briefs in one language, by key. */
public final class BriefWords {
    private static final String BUNDLE = "org.evenkeel.reports.words.brief";

    private final Locale locale;
    private final ResourceBundle sentences;

    private BriefWords(Locale locale) {
        this.locale = locale;
        // The language of the machine must not step in where a language lacks a sentence.
        this.sentences =
                ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The sentences of a language; of one that has none, the British ones. */
    public static BriefWords of(Locale locale) {
        return new BriefWords(locale);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The sentence of this key, with the arguments in their places. */
    public String text(String key, String... arguments) {
        return new MessageFormat(sentences.getString(key), locale).format(arguments);
    }

    /** The sentence for one or for many, the number first among its arguments. */
    public String count(String key, int number) {
        return text(key + (number == 1 ? ".one" : ".other"), Integer.toString(number));
    }

    /** The first few names as a list, and how many more there are. */
    String few(List<String> names, int most) {
        int said = names.size() <= most ? names.size() - 1 : most - 1;
        if (said < 1) {
            return String.join(", ", names);
        }
        String first = String.join("; ", names.subList(0, said));
        String separated = names.stream().noneMatch(name -> name.contains(",")) ? first.replace("; ", ", ") : first;
        int more = names.size() - said;
        return more == 1
                ? text("brief.list.two", separated, names.get(said))
                : text("brief.list.more.other", separated, Integer.toString(more));
    }
}
