package org.evenkeel.reports.verify;

import java.util.List;

/**
 * Words or a number at one place of a report.
 *
 * @param key the place, the same in every drawing of the same report
 * @param where the place, for a reader
 * @param role what stands there
 * @param text what it says
 * @param look what decides how it is seen beside its text: a number format, a formula; usually empty
 * @param ids the figures that the place speaks of by its position, beside those that its text names
 * @param around headings, row and column heads, and other words that say what it is about
 */
record Passage(String key, String where, Role role, String text, String look, List<String> ids, List<String> around) {
    Passage {
        ids = List.copyOf(ids);
        around = List.copyOf(around);
    }

    /** What stands at a place. */
    enum Role {
        /** Words, with or without numbers in them. */
        WORDS,
        /** A table's cell that says one thing. */
        CELL,
        /** A number of a workbook, in the notation of its file. */
        NUMBER,
        /** The number or words that a workbook's chart keeps of a cell. */
        CACHE,
        /** What a drawing or sheet is set to: scales, ranges, sizes. Compared, but not a number that is read. */
        SETTING
    }

    /** Words at a place that nothing else is said of. */
    static Passage words(String key, String where, String text) {
        return new Passage(key, where, Role.WORDS, text, "", List.of(), List.of());
    }

    /** A setting of a drawing or sheet. */
    static Passage setting(String key, String where, String text) {
        return new Passage(key, where, Role.SETTING, text, "", List.of(), List.of());
    }
}
