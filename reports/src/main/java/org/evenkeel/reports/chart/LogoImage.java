package org.evenkeel.reports.chart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.evenkeel.sql.release.ReleasePresentation;

/**
 * A school's logo with its size in pixels.
 *
 * @param logo the image file
 * @param width in pixels
 * @param height in pixels
 */
public record LogoImage(ReleasePresentation.Logo logo, int width, int height) {
    /** The logo of a release; absent where it has none, or one that is no image. */
    public static Optional<LogoImage> of(ReleasePresentation presentation) {
        return presentation.logo().flatMap(LogoImage::read);
    }

    private static Optional<LogoImage> read(ReleasePresentation.Logo logo) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(logo.mediaType());
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(logo.image()))) {
            reader.setInput(input);
            return Optional.of(new LogoImage(logo, reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException broken) {
            // A study with such a logo is refused; a report of one that came in otherwise is better than none.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** The image as an address that holds it. */
    public String address() {
        return "data:" + logo.mediaType() + ";base64," + Base64.getEncoder().encodeToString(logo.image());
    }

    /** The size at which it fits a box, in the units of the box, at least one each way. */
    public Size within(int widest, int highest) {
        double scale = Math.min((double) widest / width, (double) highest / height);
        return new Size(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }

    /**
     * A width and a height.
     *
     * @param width how wide
     * @param height how high
     */
    public record Size(int width, int height) {}
}
