package org.evenkeel.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a source asks its items, as one export shows it: where each item stands, a digest of its wording where the file has
 * one, and which codes answer it. It holds counts and digests, and no row of anybody.
 *
 * @param platform the platform's declared name
 * @param items the items, by key
 */
public record ExportFingerprint(String platform, List<Item> items) {
    /** Above this share of unexpected codes an item's coding has changed; below it somebody mistyped. */
    private static final double MISTYPED = 0.05;

    /** Fewer unexpected codes than these are no pattern, unless there is nothing else. */
    private static final long FEWEST = 3;

    /** From this share on, one form of answer is the form of them all. */
    private static final double NEARLY_ALL = 0.9;

    /** Above this share of unreadable answers, where there were hardly any, the answers have changed. */
    private static final double NEWLY_UNREADABLE = 0.2;

    /** A code that would be missing from so many answers by chance less often than this has been taken away. */
    private static final double BY_CHANCE = 0.01;

    private static final int MOST_NAMED = 12;

    public ExportFingerprint {
        items = items.stream().sorted(Comparator.comparing(Item::item)).toList();
    }

    /**
     * One item.
     *
     * @param item its key
     * @param column the name of its column
     * @param wording a digest of its question text; empty where the file has none
     * @param lowest the lowest value of its scale
     * @param highest the highest value of its scale
     * @param codes the whole numbers that answer it as the file writes them, and how often each was met
     * @param texts how many answers were known texts
     * @param unreadable how many answers could not be read
     */
    public record Item(
            String item,
            String column,
            String wording,
            int lowest,
            int highest,
            SortedMap<Long, Long> codes,
            long texts,
            long unreadable) {
        public Item {
            codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
        }

        private long numbers() {
            return codes.values().stream().mapToLong(Long::longValue).sum();
        }

        private long answers() {
            return numbers() + texts + unreadable;
        }

        /** The codes that tell nothing new: those met, those between them, and those of the scale they lie on. */
        private boolean expects(long code) {
            if (codes.containsKey(code)) {
                return true;
            }
            List<Long> onScale = codes.keySet().stream()
                    .filter(met -> met >= lowest && met <= highest)
                    .toList();
            if (!onScale.isEmpty() || codes.isEmpty()) {
                return code >= lowest && code <= highest;
            }
            return code >= codes.firstKey() && code <= codes.lastKey();
        }

        private Optional<String> change(Item earlier) {
            String shown = column.isEmpty() ? item : column + " (" + item + ")";
            if (!earlier.column.equals(column)) {
                return Optional.of(
                        item + ": was read from column '" + earlier.column + "', and here from '" + column + "'");
            }
            if (!earlier.wording.isEmpty() && !wording.isEmpty() && !earlier.wording.equals(wording)) {
                return Optional.of(shown + ": its wording changed");
            }
            if (earlier.lowest != lowest || earlier.highest != highest) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%s: its scale %d–%d became %d–%d",
                        shown,
                        earlier.lowest,
                        earlier.highest,
                        lowest,
                        highest));
            }
            if (earlier.answers() == 0 || answers() == 0) {
                return Optional.empty();
            }
            return formChange(earlier, shown).or(() -> codeChange(earlier, shown));
        }

        private Optional<String> formChange(Item earlier, String shown) {
            if (share(earlier.numbers(), earlier) >= NEARLY_ALL && share(texts, this) >= NEARLY_ALL) {
                return Optional.of(shown + ": codes " + span(earlier.codes) + " became answer texts");
            }
            if (share(earlier.texts, earlier) >= NEARLY_ALL && share(numbers(), this) >= NEARLY_ALL) {
                return Optional.of(shown + ": answer texts became codes " + span(codes));
            }
            if (unreadable >= FEWEST
                    && share(unreadable, this) > NEWLY_UNREADABLE
                    && share(earlier.unreadable, earlier) <= MISTYPED) {
                return Optional.of(shown + ": " + unreadable + " of " + answers()
                        + " answers cannot be read any more, so its texts or codes changed");
            }
            return Optional.empty();
        }

        private Optional<String> codeChange(Item earlier, String shown) {
            if (earlier.codes.isEmpty() || codes.isEmpty()) {
                return Optional.empty();
            }
            long unexpected = codes.entrySet().stream()
                    .filter(code -> !earlier.expects(code.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            boolean many = unexpected >= FEWEST && (double) unexpected / (double) numbers() > MISTYPED;
            boolean all = unexpected == numbers();
            boolean shifted = unexpected > 0
                    && (isTakenAway(earlier, earlier.codes.firstKey())
                            || isTakenAway(earlier, earlier.codes.lastKey()));
            return many || all || shifted
                    ? Optional.of(shown + ": codes " + span(earlier.codes) + " became " + span(codes))
                    : Optional.empty();
        }

        private static double share(long some, Item of) {
            return (double) some / (double) of.answers();
        }

        private boolean isTakenAway(Item earlier, long code) {
            double share = (double) earlier.codes.getOrDefault(code, 0L) / (double) Math.max(1L, earlier.numbers());
            return !codes.containsKey(code) && Math.pow(1 - share, (double) numbers()) < BY_CHANCE;
        }

        private Item with(Item later) {
            SortedMap<Long, Long> all = new TreeMap<>(codes);
            all.putAll(later.codes);
            return new Item(
                    item,
                    later.column,
                    later.wording.isEmpty() ? wording : later.wording,
                    later.lowest,
                    later.highest,
                    all,
                    later.answers() == 0 ? texts : later.texts,
                    later.answers() == 0 ? unreadable : later.unreadable);
        }
    }

    /** What an export of this fingerprint says otherwise than the earlier ones; empty where it only says more. */
    public List<String> changes(ExportFingerprint earlier) {
        Map<String, Item> known = byKey(earlier);
        List<String> changes = new ArrayList<>();
        for (Item item : items) {
            Optional.ofNullable(known.get(item.item())).flatMap(item::change).ifPresent(changes::add);
        }
        if (changes.size() <= MOST_NAMED) {
            return changes;
        }
        List<String> named = new ArrayList<>(changes.subList(0, MOST_NAMED));
        named.add("and " + (changes.size() - MOST_NAMED) + " items more");
        return named;
    }

    /** This fingerprint and what a later export, in which nothing changed, adds to it. */
    public ExportFingerprint with(ExportFingerprint later) {
        Map<String, Item> all = byKey(this);
        later.items().forEach(item -> all.merge(item.item(), item, Item::with));
        return new ExportFingerprint(platform, List.copyOf(all.values()));
    }

    private static Map<String, Item> byKey(ExportFingerprint fingerprint) {
        Map<String, Item> items = new LinkedHashMap<>();
        fingerprint.items().forEach(item -> items.put(item.item(), item));
        return items;
    }

    /** Codes as people write them: {@code 1–5}, {@code 1, 3, 7}. */
    private static String span(SortedMap<Long, Long> codes) {
        if (codes.isEmpty()) {
            return "none";
        }
        SortedSet<Long> all = new TreeSet<>(codes.keySet());
        List<String> parts = new ArrayList<>();
        long from = all.first();
        long to = from;
        for (long code : all.tailSet(from + 1)) {
            if (code != to + 1) {
                parts.add(part(from, to));
                from = code;
            }
            to = code;
        }
        parts.add(part(from, to));
        return parts.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    private static String part(long from, long to) {
        return from == to ? Long.toString(from) : from + "–" + to;
    }
}
