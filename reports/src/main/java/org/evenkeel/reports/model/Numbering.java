package org.evenkeel.reports.model;

/** Hands out the numbers of charts, tables and sparklines of one report, in reading order. */
final class Numbering {
    private int charts;
    private int tables;
    private int sparklines;

    String chart() {
        charts++;
        return "C" + charts;
    }

    String table() {
        tables++;
        return "T" + tables;
    }

    String sparkline() {
        sparklines++;
        return "S" + sparklines;
    }
}
