package org.evenkeel.app.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value of a YAML document and its place. Each reader returns the value as the type asked for; where it is not of that
 * type, the problem is noted at its place and the result is absent.
 */
public final class YamlNode {
    private sealed interface Content {}

    private record Scalar(String text) implements Content {}

    private record Sequence(List<YamlNode> items) implements Content {}

    private record Empty() implements Content {}

    private record Entries(YamlMapping mapping) implements Content {}

    private final Problems problems;
    private final Place place;
    private final Content content;

    private YamlNode(Problems problems, Place place, Content content) {
        this.problems = problems;
        this.place = place;
        this.content = content;
    }

    static YamlNode scalar(Problems problems, Place place, String text) {
        return new YamlNode(problems, place, new Scalar(text));
    }

    static YamlNode sequence(Problems problems, Place place, List<YamlNode> items) {
        return new YamlNode(problems, place, new Sequence(List.copyOf(items)));
    }

    static YamlNode mapping(Problems problems, Place place, List<YamlMapping.Entry> entries) {
        return new YamlNode(problems, place, new Entries(new YamlMapping(problems, place, entries)));
    }

    static YamlNode empty(Problems problems, Place place) {
        return new YamlNode(problems, place, new Empty());
    }

    /** Where the value begins. */
    public Place place() {
        return place;
    }

    /** Notes a problem with this value. */
    public void problem(String message) {
        problems.add(place, message);
    }

    /** Whether the value is a single text, number or truth value. */
    public boolean isScalar() {
        return content instanceof Scalar;
    }

    /** Whether the value is a list. */
    public boolean isSequence() {
        return content instanceof Sequence;
    }

    /** Whether the value is a mapping of keys. */
    public boolean isMapping() {
        return content instanceof Entries;
    }

    /** The text of a single value as it is written, whatever it looks like. */
    public Optional<String> text() {
        if (content instanceof Scalar scalar) {
            return Optional.of(scalar.text());
        }
        expected("a text");
        return Optional.empty();
    }

    /** A text that is not blank. */
    public Optional<String> name() {
        return text().filter(text -> {
            if (text.isBlank()) {
                problem("expected a text that is not blank");
            }
            return !text.isBlank();
        });
    }

    /** A whole number. */
    public Optional<Integer> wholeNumber() {
        return convert("a whole number", Integer::valueOf);
    }

    /** A decimal number, exactly as written. */
    public Optional<BigDecimal> decimal() {
        return convert("a number", BigDecimal::new);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> truth() {
        return oneOf(Map.of("true", true, "false", false));
    }

    /** One of the words given, and what it stands for. */
    public <T> Optional<T> oneOf(Map<String, T> words) {
        return text().flatMap(text -> {
            Optional<T> found = Optional.ofNullable(words.get(text));
            if (found.isEmpty()) {
                List<String> known = words.keySet().stream().sorted().toList();
                problem("must be one of " + String.join(", ", known) + ". Value given: '" + text + "'"
                        + Suggestion.phrase(text, known));
            }
            return found;
        });
    }

    /** A constant of an enum by its name in lower case with hyphens: {@code most-complete}. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant ->
                        words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant));
        return oneOf(words);
    }

    /** What the function makes of the text; where it refuses, its message is noted. */
    public <T> Optional<T> as(Function<String, T> reader) {
        return text().flatMap(text -> problems.attempt(place, () -> reader.apply(text)));
    }

    /** The values of a list; empty where it is none. */
    public List<YamlNode> items() {
        if (content instanceof Sequence sequence) {
            return sequence.items();
        }
        expected("a list, such as [a, b]");
        return List.of();
    }

    /** The values of a list, or this one value as a list of one. */
    public List<YamlNode> oneOrMore() {
        return isScalar() ? List.of(this) : items();
    }

    /** The mapping of keys to values. */
    public Optional<YamlMapping> mapping() {
        if (content instanceof Entries entries) {
            return Optional.of(entries.mapping());
        }
        expected("keys and values, such as key: value");
        return Optional.empty();
    }

    private <T> Optional<T> convert(String what, Function<String, T> reader) {
        return text().flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (NumberFormatException unreadable) {
                problem("expected " + what + ". Value given: '" + text + "'");
                return Optional.empty();
            }
        });
    }

    /** Notes that something else was expected here. */
    void expected(String what) {
        if (content instanceof Empty) {
            problem("has no value: expected " + what + ", or leave the key out");
        } else {
            problem("expected " + what + ", found " + found());
        }
    }

    private String found() {
        if (content instanceof Scalar scalar) {
            return "'" + scalar.text() + "'";
        }
        return content instanceof Sequence ? "a list" : "keys and values";
    }
}
