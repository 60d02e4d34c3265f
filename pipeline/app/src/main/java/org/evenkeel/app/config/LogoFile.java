package org.evenkeel.app.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.evenkeel.core.study.Logo;

/** Reads a logo and makes sure that reports can draw it: a file that only begins like an image would fail much later. */
final class LogoFile {
    /** Largest width and height: what is printed a few centimetres wide needs no more, and a small file can unpack to a huge image. */
    private static final int MOST_PIXELS = 4000;

    private static final int CHANNELS_OF_A_PRESS = 4;

    private LogoFile() {}

    /** The logo in the file; refuses what cannot be drawn. */
    static Logo read(Path file, String name) {
        Logo logo;
        try {
            logo = Logo.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the file '" + name + "' cannot be read; allow reading it", unreadable);
        }
        String objection = objection(logo, name);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException(objection);
        }
        return logo;
    }

    /** Why the image cannot be drawn; empty where it can. */
    private static String objection(Logo logo, String name) {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(logo.mediaType()).next();
        try (MemoryCacheImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(logo.content()))) {
            reader.setInput(input);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_PIXELS || height > MOST_PIXELS) {
                return "a logo is at most " + MOST_PIXELS + " pixels wide and high. Value given: '" + name + "', "
                        + width + " by " + height;
            }
            return drawable(reader)
                    ? ""
                    : "the image '" + name
                            + "' has the colours of a printing press (CMYK), which screens cannot show; save it as PNG,"
                            + " or as JPEG in RGB";
        } catch (IOException | RuntimeException broken) {
            // The decoders of the platform answer a damaged file with exceptions of many kinds.
            return "the image '" + name
                    + "' is damaged and cannot be drawn; save it again as PNG or JPEG, or leave it out";
        } finally {
            reader.dispose();
        }
    }

    private static boolean drawable(ImageReader reader) throws IOException {
        if (reader.canReadRaster()
                && reader.readRaster(0, reader.getDefaultReadParam()).getNumBands() >= CHANNELS_OF_A_PRESS) {
            return false;
        }
        reader.read(0);
        return true;
    }
}
