package org.evenkeel.reports.chart;

import java.awt.Color;
import org.evenkeel.reports.model.HeatMap.Band;

/** The fills of bands and classes. On grey paper each is told from its neighbours by how dark it is, and worse is the darker side. */
enum Shade {
    MUCH_BETTER(0x8FBFE0),
    BETTER(0xCFE3F1),
    ABOUT(0xF7F8FA),
    WORSE(0xE58A4E),
    MUCH_WORSE(0x9C3300),
    CLASS_WORST(0xA63C0A),
    CLASS_WORSE(0xEFB08C),
    CLASS_MIDDLE(0xE3E6EA),
    CLASS_BETTER(0x86B7DA),
    CLASS_BEST(0x0B5A92);

    private final Color color;

    Shade(int rgb) {
        this.color = new Color(rgb);
    }

    /** The fill of a band. */
    static Shade of(Band band) {
        return switch (band) {
            case MUCH_BETTER -> MUCH_BETTER;
            case BETTER -> BETTER;
            case ABOUT -> ABOUT;
            case WORSE -> WORSE;
            case MUCH_WORSE -> MUCH_WORSE;
        };
    }

    /** The fills of classes from left to right. */
    static Shade ofClass(int place) {
        return switch (place) {
            case 0 -> CLASS_WORST;
            case 1 -> CLASS_WORSE;
            case 2 -> CLASS_MIDDLE;
            case 3 -> CLASS_BETTER;
            case 4 -> CLASS_BEST;
            default -> throw new IllegalArgumentException("There are five classes. Provided place: " + place);
        };
    }

    Color color() {
        return color;
    }

    /** Black or white, whichever stands out more on this fill. */
    Color text() {
        return Ink.contrast(color, Color.BLACK) >= Ink.contrast(color, Color.WHITE) ? Color.BLACK : Color.WHITE;
    }
}
