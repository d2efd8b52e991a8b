package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Request.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads `--header` and `--header-file`. Values may be credentials: no message repeats one.
final class HeaderReader {
    /// The connection's own business; the HTTP client sees to it.
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "expect", "upgrade", "transfer-encoding", "keep-alive", "te");

    private HeaderReader() {}

    static Header read(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new BadValue("--header must be 'Name: value', got a header without a name or a colon");
        }
        String name = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (!isToken(name)) {
            throw new BadValue("--header " + Quantities.quoted(name) + " is no header name");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new BadValue(
                    "--header " + name + " cannot be set: the client decides it (see --connections and --body)");
        }
        if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
            throw new BadValue(
                    "--header " + name + " has a value with characters that a header cannot carry unaltered");
        }
        return new Header(name, value);
    }

    static List<Header> readFile(String file) {
        List<Header> headers = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    headers.add(read(line));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadValue("--header-file " + Quantities.quoted(file) + " cannot be read");
        }
        return headers;
    }

    /// RFC 9110 5.6.2.
    static boolean isToken(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0));
    }
}
