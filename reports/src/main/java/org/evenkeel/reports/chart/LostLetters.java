package org.evenkeel.reports.chart;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.reports.model.FactTable;
import org.evenkeel.reports.words.Messages;

/**
 * The letters that a report has and the faces of a document lack.
 *
 * @param letters the code points, each once
 */
public record LostLetters(Set<Integer> letters) {
    /** Scripts of living languages by their codes in ISO 15924, under which a machine knows what they are called. */
    private static final List<String> SCRIPTS = List.of(
            "Arab", "Armn", "Beng", "Cher", "Deva", "Ethi", "Geor", "Gujr", "Guru", "Hang", "Hani", "Hebr", "Hira",
            "Kana", "Khmr", "Knda", "Laoo", "Mlym", "Mong", "Mymr", "Orya", "Sinh", "Syrc", "Taml", "Telu", "Tfng",
            "Thaa", "Thai", "Tibt");

    public LostLetters {
        letters = Set.copyOf(letters);
    }

    /** Those of the words that can be printed in neither face. */
    public static LostLetters in(String words) {
        return new LostLetters(words.codePoints()
                .filter(letter -> !Typeface.REGULAR.has(letter))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether every letter can be printed. */
    public boolean isNone() {
        return letters.isEmpty();
    }

    /** How many different letters of which scripts they are. */
    public String scripts(Messages words) {
        Map<String, Integer> counts = new TreeMap<>();
        letters.forEach(letter -> counts.merge(name(UnicodeScript.of(letter), words), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(script -> words.text(
                        "look.letters.script",
                        script.getKey(),
                        script.getValue().toString()))
                .collect(Collectors.joining("; "));
    }

    /** What was done about them, for the report itself. */
    public FactTable.Fact fact(Messages words) {
        return new FactTable.Fact(
                words.text("look.letters"), words.text("look.letters.replaced", scripts(words), Typeface.REPLACEMENT));
    }

    /** What was done about them, as a warning. */
    public String warning(Messages words) {
        return words.text("look.letters.warning", scripts(words), Typeface.REPLACEMENT);
    }

    private static String name(UnicodeScript script, Messages words) {
        return SCRIPTS.stream()
                .filter(code -> UnicodeScript.forName(code) == script)
                .findFirst()
                .map(code -> new Locale.Builder().setScript(code).build().getDisplayScript(words.locale()))
                .orElseGet(() -> words.text("look.letters.other"));
    }
}
