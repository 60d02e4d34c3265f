package org.evenkeel.reports.web;

import java.awt.Color;
import org.evenkeel.reports.chart.Ink;
import org.evenkeel.reports.model.Scheme;

/** The colours of the page by what they are for, each with the ground it stands on. None carries a meaning alone. */
enum Palette {
    TEXT(Ink.TEXT.color(), Color.WHITE, Use.WORDS),
    SOFT(Ink.SOFT_TEXT.color(), Color.WHITE, Use.WORDS),
    SOFT_ON_PANEL(Ink.SOFT_TEXT.color(), new Color(0xF5F7F9), Use.WORDS),
    HEADING(Ink.MAIN.color(), Color.WHITE, Use.WORDS),
    LINK_ON_PANEL(Ink.MAIN.color(), new Color(0xF5F7F9), Use.WORDS),
    BANNER(Color.WHITE, Ink.MAIN.color(), Use.WORDS),
    SIMULATED(new Color(0x8A3600), new Color(0xFFF4E5), Use.WORDS),
    RED(Color.WHITE, new Color(0xA61B1B), Use.WORDS),
    AMBER(new Color(0x7A4B00), new Color(0xFFF4E5), Use.WORDS),
    GREY(Ink.SOFT_TEXT.color(), Color.WHITE, Use.WORDS),
    GROUP(Ink.FIRST_HIGHLIGHT.color(), Color.WHITE, Use.WORDS),
    SCHOOL(Ink.MAIN.color(), Color.WHITE, Use.WORDS),
    CONTROL(new Color(0x6B7785), Color.WHITE, Use.MARKS),
    FOCUS(new Color(0x1F6FB2), Color.WHITE, Use.MARKS);

    private final Color front;
    private final Color ground;
    private final Use use;

    Palette(Color front, Color ground, Use use) {
        this.front = front;
        this.ground = ground;
        this.use = use;
    }

    /** How clearly it stands out from its ground, by WCAG 2. */
    double contrast() {
        return Ink.contrast(front, ground);
    }

    /** The contrast it must have. */
    double needed() {
        return switch (use) {
            case WORDS -> 4.5;
            case MARKS -> 3;
        };
    }

    /** The stylesheet with colours in place of their names. */
    static String coloured(String sheet, Scheme scheme) {
        String heading = scheme.heading().code();
        String coloured = scheme.equals(Scheme.PLAIN)
                ? sheet
                : sheet.replace("$heading;", heading + ";")
                        .replace("$banner-ground;", heading + ";")
                        .replace(
                                "$link-on-panel;",
                                scheme.heading()
                                                .readable(Scheme.WORDS_ON_PANELS)
                                                .code() + ";");
        for (Palette entry : values()) {
            String name = "$" + entry.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            coloured = coloured.replace(name + "-ground;", css(entry.ground) + ";")
                    .replace(name + ";", css(entry.front) + ";");
        }
        return coloured;
    }

    private static String css(Color color) {
        return String.format(java.util.Locale.ROOT, "#%06X", color.getRGB() & 0xFFFFFF);
    }

    private enum Use {
        WORDS,
        MARKS
    }
}
