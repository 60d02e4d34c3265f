package org.evenkeel.core.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.Require;

/** Which columns of an export hold an instrument's items. */
public sealed interface Columns extends Serializable {
    /** Columns are named like the item keys, but for case and separators. */
    record NamedLikeItems() implements Columns {}

    /** Each item's column by name. */
    record ByName(Map<ItemKey, String> columns) implements Columns {
        public ByName {
            columns = Map.copyOf(columns);
        }
    }

    /** These columns, in the order of the questionnaire. */
    record InOrder(List<String> columns) implements Columns {
        public InOrder {
            columns = List.copyOf(columns);
        }
    }

    /** Every column whose name matches the pattern ({@code *} stands for anything), in file order, is the next item. */
    record Matching(String pattern) implements Columns {
        public Matching {
            Require.that(pattern.contains("*"), "a column pattern needs a '*'. Value given: '%s'", pattern);
        }
    }
}
