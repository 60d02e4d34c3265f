package org.evenkeel.reports.verify;

import java.util.Locale;
import org.junit.jupiter.api.Tag;

/** The same in a report whose numbers have decimal commas: one digit of each place, and as many as of the other with {@code -Pproof}. */
@Tag("slow")
class AlteredSpanishDigitTest extends AlteredDigitTest {
    @Override
    Locale language() {
        return Locale.forLanguageTag("es");
    }

    @Override
    int tries() {
        return super.tries() > 3 ? super.tries() : 1;
    }
}
