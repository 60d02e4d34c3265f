package org.evenkeel.reports.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.Appearance;
import org.evenkeel.reports.model.Watchlist;

/**
 * Draws a watchlist as one page that needs nothing else: no server, no network, no file beside it. Without scripts everything on
 * it can be read. The same watchlist gives the same bytes on every machine.
 */
public final class WatchlistPage {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, WatchlistPage.class.getClassLoader(), "org.evenkeel.reports.templates");
    private static final String SHEET = read("watchlist.css");
    private static final String SCRIPT = read("watchlist.js");
    private static final String ALWAYS =
            "0123456789.,:;–−-+%()/?!“”’'\"…·" + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private WatchlistPage() {}

    /** The page as the bytes of an HTML file. */
    public static byte[] render(Watchlist list) {
        WatchlistView view = new WatchlistView(list);
        String body = Markup.printable(filled("watchlistBody.jte", Map.of("view", view)));
        String styles = WebFace.rule(Typeface.REGULAR, 400, body + ALWAYS)
                + WebFace.rule(Typeface.MEDIUM, 600, body + ALWAYS)
                + sheet(list.cover().appearance());
        String page = filled(
                "watchlist.jte",
                Map.of(
                        "view", view,
                        "policy",
                                policy(
                                        styles,
                                        view.logo()
                                                .map(logo -> " img-src data:;")
                                                .orElse("")),
                        "styles", styles,
                        "body", body,
                        "script", SCRIPT));
        return Markup.printable(page).getBytes(StandardCharsets.UTF_8);
    }

    private static String filled(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template, values, output);
        return output.toString();
    }

    private static String sheet(Appearance appearance) {
        return Palette.coloured(SHEET, appearance.scheme())
                .replace(
                        "$paper;",
                        switch (appearance.paper()) {
                            case A4 -> "A4;";
                            case LETTER -> "letter;";
                        });
    }

    /** Nothing may be fetched; only the styles and the script that the page carries may run. */
    private static String policy(String styles, String images) {
        return "default-src 'none'; style-src " + allowed(styles) + "; script-src " + allowed(SCRIPT)
                + "; font-src data:;" + images + " base-uri 'none'; form-action 'none'";
    }

    private static String allowed(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try (InputStream in = WatchlistPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The page's " + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
