package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Headcounts;
import org.evenkeel.core.study.SchoolCalendar;

/** Reads how many students there were: a CSV file with columns {@code term}, {@code students} and any of the attributes. */
public final class HeadcountFile {
    private HeadcountFile() {}

    /** The headcounts in the file; everything wrong with it is reported at once, by line. */
    public static Headcounts read(Path file, List<AttributeId> attributes, SchoolCalendar calendar) {
        return Headcounts.NONE;
    }
}
