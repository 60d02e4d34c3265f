package org.evenkeel.reports.chart;

import java.awt.Color;
import org.evenkeel.reports.model.Colour;

/** The colours of reports. Text has at least 4.5:1 on white, marks at least 3:1; none carries a meaning alone. */
public enum Ink {
    TEXT(0x1F2933),
    SOFT_TEXT(0x52606D),
    GRID(0xE1E5EA),
    AXIS(0x9AA5B1),
    MAIN(0x0B5A92),
    FIRST_HIGHLIGHT(0xB34700),
    SECOND_HIGHLIGHT(0x7A3E9D),
    MARK(0x52606D),
    SHADE(0xEEF1F4),
    BAND(0xC9DDEB);

    private final Color color;

    Ink(int rgb) {
        this.color = new Color(rgb);
    }

    /** The colour. */
    public Color color() {
        return color;
    }

    /** The colour, letting through what lies under it. */
    Color veil(int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** The colour as CSS writes it. */
    public String css() {
        return String.format(java.util.Locale.ROOT, "#%06X", color.getRGB() & 0xFFFFFF);
    }

    /** The contrast ratio between two colours by WCAG 2, from 1 to 21. */
    public static double contrast(Color one, Color other) {
        return plain(one).contrast(plain(other));
    }

    private static Colour plain(Color color) {
        return new Colour(color.getRed(), color.getGreen(), color.getBlue());
    }
}
