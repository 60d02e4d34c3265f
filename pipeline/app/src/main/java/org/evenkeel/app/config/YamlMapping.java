package org.evenkeel.app.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The keys and values of a YAML mapping in file order. No key stands in it twice. */
public final class YamlMapping {
    /** One key, where it stands, and its value. */
    public record Entry(String key, Place place, YamlNode value) {}

    private final Problems problems;
    private final Place place;
    private final List<Entry> entries;

    YamlMapping(Problems problems, Place place, Collection<Entry> entries) {
        this.problems = problems;
        this.place = place;
        this.entries = List.copyOf(entries);
    }

    /** Where the mapping begins. */
    public Place place() {
        return place;
    }

    /** All keys and values in file order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Notes every key that is none of these. */
    public void allowOnly(Collection<String> known) {
        for (Entry entry : entries) {
            if (!known.contains(entry.key())) {
                problems.add(
                        entry.place(), "unknown key '" + entry.key() + "'" + Suggestion.phrase(entry.key(), known));
            }
        }
    }

    /** The value of a key that may be left out. */
    public Optional<YamlNode> find(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    /** The value of a key that must be there; its absence is noted. */
    public Optional<YamlNode> need(String key) {
        Optional<YamlNode> found = find(key);
        if (found.isEmpty()) {
            problems.add(place, "key '" + key + "' is missing");
        }
        return found;
    }

    /** Where the key stands, or where the mapping begins. */
    public Place placeOf(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::place)
                .findFirst()
                .orElse(place);
    }
}
