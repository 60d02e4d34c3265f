package org.evenkeel.reports.model;

import java.util.Locale;

/**
 * A colour on a screen or on paper, in sRGB.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
public record Colour(int red, int green, int blue) {
    /** What reports are printed on. */
    public static final Colour WHITE = new Colour(255, 255, 255);

    private static final int MOST = 255;
    private static final int STEPS = 1000;

    public Colour {
        Require.that(
                isChannel(red) && isChannel(green) && isChannel(blue),
                "A colour's channels lie from 0 to 255. Provided: %s, %s, %s",
                red,
                green,
                blue);
    }

    /** The colour written as {@code #1f3a5f}. */
    public static Colour of(String code) {
        Require.that(
                code.matches("#[0-9a-fA-F]{6}"),
                "A colour is a hash sign and six digits from 0 to f, such as #1f3a5f. Provided: '%s'",
                code);
        int rgb = Integer.parseInt(code.substring(1), 16);
        return new Colour(rgb >> 16, (rgb >> 8) & MOST, rgb & MOST);
    }

    /** The colour as {@code #1f3a5f}. */
    public String code() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** The contrast ratio between two colours by WCAG 2, from 1 to 21. */
    public double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** The relative luminance by WCAG 2, from 0 to 1. */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** This colour where it stands out enough from white; otherwise the lightest of the same hue and saturation that does. */
    public Colour readable(double contrast) {
        Colour darker = this;
        for (int share = STEPS; darker.contrast(WHITE) < contrast && share >= 0; share--) {
            darker = new Colour(scaled(red, share), scaled(green, share), scaled(blue, share));
        }
        return darker;
    }

    private static int scaled(int channel, int share) {
        return (int) Math.round(channel * (double) share / STEPS);
    }

    private static double linear(int channel) {
        double share = channel / (double) MOST;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static boolean isChannel(int value) {
        return value >= 0 && value <= MOST;
    }
}
