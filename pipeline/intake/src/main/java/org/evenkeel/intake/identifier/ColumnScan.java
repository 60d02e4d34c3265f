package org.evenkeel.intake.identifier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.intake.platform.Column;

/** What has been seen of one column. Forms are looked for in every cell; uniqueness is judged on a sample of the first ones. */
final class ColumnScan {
    private static final int SAMPLE = 2_000;
    private static final int ENOUGH = 20;
    private static final int FEW = 3;
    private static final int SHORTEST_NUMBER = 6;
    private static final int SHORTEST_CODE = 5;
    private static final int LONGEST_CODE = 64;
    private static final int FEWEST_OF_CARD = 13;
    private static final int YOUNGEST = 15;
    private static final int OLDEST = 100;
    private static final int FEWEST_CHECKED = 9;
    private static final int REMEMBERED = 64;
    private static final Set<String> NOTHING =
            Set.of("-", "--", ".", "n/a", "na", "none", "anonymous", "[not completed]");
    private static final Set<String> TICKS = Set.of(
            "yes",
            "no",
            "true",
            "false",
            "checked",
            "unchecked",
            "ja",
            "nein",
            "oui",
            "non",
            "si",
            "sim",
            "agree",
            "selected");

    private final Column column;
    private final Optional<ColumnNames.Told> told;
    private final Map<IdentifierKind, Long> forms = new EnumMap<>(IdentifierKind.class);
    private final Set<Long> sample = new HashSet<>();
    private long filled;
    private long sampled;
    private long lettered;
    private long dates;
    private long postcodes;
    private long checked;
    private int length = -1;
    private boolean evenLength = true;
    private boolean codes = true;
    private boolean counts = true;
    private boolean timed = true;
    private long previous;
    private boolean ticks = true;
    private final Map<Integer, Long> datesByYear = new TreeMap<>();
    private long firstYear = Long.MAX_VALUE;
    private long lastYear = -1;
    private long longNumbers;
    private int longest;
    private final Set<String> harmless = new HashSet<>();

    ColumnScan(Column column, Optional<ColumnNames.Told> told) {
        this.column = column;
        this.told = told;
    }

    void look(String cell) {
        if (cell.isEmpty() || harmless.contains(cell)) {
            filled += cell.isEmpty() ? 0 : 1;
            if (!cell.isEmpty() && sampled < SAMPLE) {
                sampleOne(cell.strip());
            }
            return;
        }
        String text = cell.strip();
        if (text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return;
        }
        filled++;
        if (sampled < SAMPLE) {
            sampleOne(text);
        }
        if (isHarmless(text) && harmless.size() < REMEMBERED) {
            harmless.add(cell);
        }
    }

    /** Whether nothing in the cell has a form that counts; counts it where something has. */
    private boolean isHarmless(String text) {
        Optional<IdentifierKind> form = ValuePatterns.in(text);
        longNumbers += text.length() >= FEWEST_OF_CARD && text.chars().allMatch(c -> c >= '0' && c <= '9') ? 1 : 0;
        if (form.isPresent()) {
            forms.merge(form.get(), 1L, Long::sum);
            return false;
        }
        int digits = ValuePatterns.digitsOf(text);
        if (digits >= SHORTEST_NUMBER) {
            OptionalInt year = ValuePatterns.yearOfDate(text);
            if (year.isPresent()) {
                dates++;
                datesByYear.merge(year.getAsInt(), 1L, Long::sum);
                return false;
            }
            if (digits >= FEWEST_CHECKED && ValuePatterns.isChecked(text)) {
                checked++;
                return false;
            }
        }
        if (digits > 0 && ValuePatterns.isPostcode(text)) {
            postcodes++;
            return false;
        }
        return true;
    }

    private void sampleOne(String text) {
        sampled++;
        sample.add(hash(text));
        evenLength &= length < 0 || length == text.length();
        length = text.length();
        longest = Math.max(longest, length);
        lettered += text.chars().anyMatch(Character::isLetter) ? 1 : 0;
        ticks &= length == 1 || TICKS.contains(text.toLowerCase(Locale.ROOT));
        codes &= length >= SHORTEST_CODE
                && length <= LONGEST_CODE
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
                && text.chars().anyMatch(Character::isDigit);
        boolean number = length <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = number ? Long.parseLong(text) : -1;
        counts &= number && (sampled == 1 || value == previous + 1);
        timed &= number && isInstant(value);
        firstYear = Math.min(firstYear, number ? value : -1);
        lastYear = Math.max(lastYear, number ? value : Long.MAX_VALUE);
        previous = value;
    }

    /**
     * What of the column identifies people, the surest kind first.
     *
     * @param thisYear the year of the answers: a date that lies a student's age before it is one of birth
     */
    List<Finding> findings(int thisYear) {
        List<Finding> findings = new ArrayList<>();
        if (filled == 0) {
            return findings;
        }
        long oldDates = datesByYear.entrySet().stream()
                .filter(year -> year.getKey() <= thisYear - YOUNGEST && year.getKey() >= thisYear - OLDEST)
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (2 * forms.getOrDefault(IdentifierKind.CARD_NUMBER, 0L) < longNumbers) {
            // One long number in ten checks by chance.
            forms.remove(IdentifierKind.CARD_NUMBER);
        }
        boolean born = oldDates > 0 || (firstYear >= thisYear - OLDEST && lastYear <= thisYear - YOUNGEST);
        named(born).ifPresent(kind -> findings.add(new Finding(column, kind, filled)));
        forms.forEach((kind, cells) -> add(findings, kind, cells));
        if (oldDates > 0 && 2 * oldDates >= dates && !ColumnNames.isOfHappening(column.name())) {
            add(findings, IdentifierKind.BIRTH_DATE, oldDates);
        }
        if (postcodes >= FEW && 2 * postcodes >= filled && isVaried()) {
            add(findings, IdentifierKind.POSTAL_ADDRESS, postcodes);
        }
        if (checked >= SHORTEST_CODE && checked == filled && isVaried()) {
            add(findings, IdentifierKind.PERSONAL_NUMBER, checked);
        }
        if (findings.isEmpty() && isCode()) {
            add(findings, IdentifierKind.UNIQUE_CODES, filled);
        }
        return findings;
    }

    private void add(List<Finding> findings, IdentifierKind kind, long cells) {
        if (findings.stream().noneMatch(found -> found.kind() == kind)) {
            findings.add(new Finding(column, kind, cells));
        }
    }

    private Optional<IdentifierKind> named(boolean born) {
        if (told.isEmpty()) {
            return Optional.empty();
        }
        boolean individual = switch (told.get().certainty()) {
            case NAMED -> !ticks && (told.get().kind() != IdentifierKind.PERSON_NAME || 2 * lettered > sampled);
            case HINTED -> looksLike(told.get().kind(), born);
        };
        return individual ? Optional.of(told.get().kind()) : Optional.empty();
    }

    /** Whether cells of a column whose name only hints could be what it hints at. */
    private boolean looksLike(IdentifierKind kind, boolean born) {
        boolean varied = sampled >= FEW && isVaried();
        return switch (kind) {
            case PERSON_NAME, POSTAL_ADDRESS, ACCOUNT, RECORDING -> varied && 2 * lettered > sampled && longest > 2;
            case PERSONAL_NUMBER, PHONE -> varied && codes;
            case BIRTH_DATE -> born;
            case EMAIL, IP_ADDRESS, COORDINATES, CARD_NUMBER, UNIQUE_CODES -> !forms.isEmpty();
        };
    }

    private boolean isVaried() {
        return 2L * sample.size() > sampled;
    }

    private boolean isCode() {
        boolean unique = sample.size() > 0.95 * sampled;
        boolean isLong = lettered > 0 || length >= SHORTEST_NUMBER;
        return sampled >= ENOUGH && unique && evenLength && codes && isLong && dates == 0 && !counts && !timed;
    }

    /** Seconds or milliseconds since 1970 of this century. */
    private static boolean isInstant(long value) {
        return (value >= 946_684_800L && value <= 4_102_444_800L)
                || (value >= 946_684_800_000L && value <= 4_102_444_800_000L);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
