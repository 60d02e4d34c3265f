package org.evenkeel.reports.verify;

import java.util.Locale;
import org.junit.jupiter.api.Tag;

/** The same in a report whose numbers have decimal commas. */
@Tag("slow")
class AlteredSpanishDigitTest extends AlteredDigitTest {
    @Override
    Locale language() {
        return Locale.forLanguageTag("es");
    }
}
