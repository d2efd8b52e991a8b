package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import dev.stickcheck.model.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A result as one page that needs nothing beside it, for whoever opens it in a browser.
///
/// Everything that differs from page to page goes through the template's escaping; the page's policy lets only the
/// script and the styles run that are named by their hashes, so that nothing of a target can.
public final class HtmlReport {
    /// Of the style element that the chart library puts into each of its drawings.
    private static final String CHART_STYLE = "sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM=";

    private HtmlReport() {}

    /// Writes one page for one or more results and leaves the writer open.
    public static void write(List<Result> results, Writer out) throws IOException {
        String style = resource("page.css");
        String script = resource("charts.js");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("policy", policy(style, script));
        page.put("style", style);
        page.put("script", script);
        page.put("title", HtmlSections.title(results));
        page.put("several", results.size() > 1);
        page.put("results", HtmlSections.of(results));
        try {
            Mustache.compiler().nullValue("").compile(resource("page.html")).execute(page, out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style) + "' '" + CHART_STYLE
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
