package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Request.Header;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.io.InputStream;
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

    private static final int LARGEST_FILE = 1 << 20;

    private HeaderReader() {}

    static Header read(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new BadValue("--header must be 'Name: value', got a header without a name or a colon");
        }
        String name = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (!isToken(name)) {
            // Not repeated: what stands before a colon may be a credential as well.
            throw new BadValue("--header must be 'Name: value', got a name with a character that no name has");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new BadValue(
                    "--header " + name + " cannot be set: the client decides it (see --connections and --body)");
        }
        if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
            throw new BadValue("--header " + Text.inert(name, 80)
                    + " has a value with characters that a header cannot carry unaltered");
        }
        return new Header(name, value);
    }

    /// Each line of a file that is neither blank nor a comment.
    static List<Header> readFile(String file, Problems problems) {
        List<Header> headers = new ArrayList<>();
        for (String line : problems.readOr(List.<String>of(), () -> lines(file))) {
            Header header = line.isBlank() || line.startsWith("#") ? null : problems.read(() -> read(line));
            if (header != null) {
                headers.add(header);
            }
        }
        return headers;
    }

    private static List<String> lines(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length <= LARGEST_FILE) {
                return new String(bytes, StandardCharsets.UTF_8).lines().toList();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadValue("--header-file " + Quantities.quoted(file) + " cannot be read");
        }
        throw new BadValue("--header-file " + Quantities.quoted(file) + " is larger than a megabyte");
    }

    /// Whether only the client itself can say it in a WebSocket's handshake.
    static boolean isOfHandshake(Header header) {
        return header.name().toLowerCase(Locale.ROOT).startsWith("sec-websocket-");
    }

    /// RFC 9110 5.6.2.
    static boolean isToken(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0));
    }
}
