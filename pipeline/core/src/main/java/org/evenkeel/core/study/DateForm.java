package org.evenkeel.core.study;

/** How a source's files write a submission time that does not say it itself. */
public enum DateForm {
    /** As the file's other dates prove; plain day numbers are those of Excel's 1900 system. */
    AS_WRITTEN,
    /** The day before the month. */
    DAY_FIRST,
    /** The month before the day. */
    MONTH_FIRST,
    /** Day numbers of Excel's 1900 system. */
    EXCEL_1900,
    /** Day numbers of Excel's 1904 system, which older Macintosh workbooks use. */
    EXCEL_1904
}
