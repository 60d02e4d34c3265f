package org.evenkeel.intake.platform;

import java.util.List;
import org.evenkeel.intake.table.Row;

/** Tells from the first rows of a table where it comes from. */
public final class Recogniser {
    /** How many rows a recogniser wants to see. */
    public static final int ROWS = 8;

    private Recogniser() {}

    /** The layout of a table that begins with these rows; plain where no platform is known by it. */
    public static Layout recognise(List<Row> head) {
        return QualtricsLayout.of(head)
                .or(() -> SurveyMonkeyLayout.of(head))
                .or(() -> LimesurveyLayout.of(head))
                .or(() -> RedcapLayout.of(head))
                .or(() -> GoogleFormsLayout.of(head))
                .or(() -> MicrosoftFormsLayout.of(head))
                .orElseGet(() -> PlainLayout.of(head));
    }
}
