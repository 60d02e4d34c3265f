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

    /** What a table that begins with these rows is, where it describes a survey and holds no responses; blank otherwise. */
    public static String description(List<Row> head) {
        Row names = head.get(0);
        boolean dictionary = (Column.fold(names.cell(0)).equals("variablefieldname")
                        && Column.fold(names.cell(1)).equals("formname"))
                || (Column.fold(names.cell(0)).equals("fieldname")
                        && Column.fold(names.cell(1)).equals("formname")
                        && Column.fold(names.cell(3)).equals("fieldtype"));
        return dictionary ? "a REDCap data dictionary" : "";
    }
}
