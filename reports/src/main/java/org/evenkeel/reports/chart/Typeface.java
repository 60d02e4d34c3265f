package org.evenkeel.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The faces reports are set in. They come with the program; what the machine has is never asked. */
public final class Typeface {
    /** The face of running words. */
    public static final Typeface REGULAR = new Typeface("Roboto-Regular");

    /** The face of headings and of what is to be seen first. */
    public static final Typeface MEDIUM = new Typeface("Roboto-Medium");

    /** What stands in place of a letter that the face lacks: the sign that Unicode has for it. */
    public static final String REPLACEMENT = "\uFFFD";

    private final byte[] bytes;
    private final Font font;
    private final FontRenderContext exact;

    private Typeface(String file) {
        this.bytes = Loader.read("/com/formdev/flatlaf/fonts/roboto/" + file + ".ttf");
        this.font = Loader.create(bytes);
        this.exact = new FontRenderContext(null, true, true);
    }

    /** The font file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The family name under which Java draws this face. */
    public String family() {
        return font.getFamily(Locale.ROOT);
    }

    /** The face in a size. */
    public Font at(double size) {
        return font.deriveFont((float) size);
    }

    /** How wide the words are in a size. */
    public double width(String words, double size) {
        return at(size).getStringBounds(words, exact).getWidth();
    }

    /** Whether the face has the letter, or it is one that is not printed. */
    boolean has(int letter) {
        return letter < 0x7F || font.canDisplay(letter);
    }

    /** The words with a sign in place of every letter this face lacks, so that nothing vanishes silently. */
    public String printable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().forEach(letter -> {
            if (has(letter)) {
                kept.appendCodePoint(letter);
            } else {
                kept.append(REPLACEMENT);
            }
        });
        return kept.toString();
    }

    /** The words in as many lines as allowed, each within the width; what does not fit ends in an ellipsis. */
    public List<String> wrapped(String words, double size, double width, int mostLines) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String[] parts = printable(words).strip().split("\\s+", -1);
        for (int i = 0; i < parts.length; i++) {
            String longer = line.isEmpty() ? parts[i] : line + " " + parts[i];
            if (line.isEmpty() || width(longer, size) <= width) {
                line = longer;
            } else if (lines.size() == mostLines - 1) {
                line = longer + (i < parts.length - 1 ? " …" : "");
                break;
            } else {
                lines.add(line);
                line = parts[i];
            }
        }
        lines.add(line);
        return lines.stream().map(each -> shortened(each, size, width)).toList();
    }

    private String shortened(String words, double size, double width) {
        if (width(words, size) <= width) {
            return words;
        }
        int end = words.length();
        while (end > 1 && width(words.substring(0, end).strip() + "…", size) > width) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end).strip() + "…";
    }

    private static final class Loader {
        static {
            withoutSystemFonts();
        }

        private Loader() {}

        /** A bare machine has no fonts at all, and Java then fails at the first letter unless it is told not to look for any. */
        private static void withoutSystemFonts() {
            System.setProperty("java.awt.headless", "true");
            if (System.getProperty("sun.awt.fontconfig") != null) {
                return;
            }
            try {
                Path file = Files.createTempFile("evenkeel-fonts", ".properties");
                Files.write(file, List.of("version=1", "sequence.allfonts=default"), StandardCharsets.ISO_8859_1);
                file.toFile().deleteOnExit();
                System.setProperty("sun.awt.fontconfig", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static byte[] read(String resource) {
            try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The font " + resource + " is missing from the program");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Font create(byte[] bytes) {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
