package dev.stickcheck.identify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Makes an id out of what stood in an answer: without blanks around it, and of bounded length.
final class InstanceId {
    private static final int LONGEST = 128;
    private static final int KEPT = 100;
    private static final int DIGEST_BYTES = 4;

    private InstanceId() {}

    /// The id, or null when there is none. More than 128 characters become the first 100 and a digest of all, so that
    /// ids that differ stay different and a hostile megabyte is not carried through every observation.
    static @Nullable String of(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String id = raw.strip();
        if (id.isEmpty()) {
            return null;
        }
        return id.length() <= LONGEST ? id : id.substring(0, end(id)) + "…#" + digest(id);
    }

    private static int end(String id) {
        return Character.isHighSurrogate(id.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    }

    /// The first eight hexadecimal digits of the SHA-256 of the text in UTF-8.
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
