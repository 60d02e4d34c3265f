package org.evenkeel.reports;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleasePresentation.Contact;
import org.evenkeel.sql.release.ReleasePresentation.Logo;
import org.evenkeel.sql.release.ReleasePresentation.Paper;
import org.evenkeel.sql.release.ReleasePresentation.Purpose;

/** Releases of schools that have colours, a logo and contacts of their own. */
public final class OwnLook {
    private static final int LOGO_WIDTH = 240;
    private static final int LOGO_HEIGHT = 80;

    private OwnLook() {}

    /** A first colour that is too pale for words, a second that is dark enough for marks. */
    public static final List<String> COLOURS = List.of("#e69f00", "#5b2a86");

    /** Everything a school can have of its own. */
    public static ReleasePresentation whole(Locale language, Paper paper) {
        return new ReleasePresentation(
                language,
                paper,
                COLOURS,
                Optional.of(logo("png", BufferedImage.TYPE_INT_ARGB)),
                List.of(
                        new Contact(Purpose.REPORT, "Office of Student Affairs", "affairs@northfield.example"),
                        new Contact(Purpose.CRISIS, "Night line", "555 0100, at any hour")));
    }

    /** A drawn logo. */
    public static Logo logo(String format, int type) {
        BufferedImage image = new BufferedImage(LOGO_WIDTH, LOGO_HEIGHT, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x5B2A86));
        graphics.fillOval(4, 4, 72, 72);
        graphics.setColor(new Color(0xE69F00));
        graphics.fillRect(92, 28, 140, 24);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Logo(format.equals("png") ? "image/png" : "image/jpeg", bytes.toByteArray());
    }

    /** The release with this look. */
    public static PublishedRelease of(PublishedRelease release, ReleasePresentation presentation) {
        return new PublishedRelease(
                release.header(),
                presentation,
                release.terms(),
                release.exams(),
                release.periods(),
                release.sources(),
                release.measures(),
                release.cohorts(),
                release.conditions(),
                release.kinds(),
                release.figures(),
                release.flags(),
                release.findings(),
                release.analysis(),
                release.audits(),
                release.facts());
    }
}
