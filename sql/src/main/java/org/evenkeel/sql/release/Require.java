package org.evenkeel.sql.release;

import java.util.Locale;

/** What a record of the release demands of its parts. A broken demand is a fault of the caller. */
final class Require {
    private Require() {}

    /** Throws, unless the demand holds. */
    static void that(boolean demand, String sentence, Object... values) {
        if (!demand) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, sentence, values));
        }
    }
}
