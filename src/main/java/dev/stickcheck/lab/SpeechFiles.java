package dev.stickcheck.lab;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Speech, kept in files on the disk of one instance: what it has made once it need not make again.
final class SpeechFiles implements AutoCloseable {
    private static final long MOST_BYTES = 32_000_000;

    private final PrivateFolder folder;
    private final Duration making;
    private final Cache<String, Integer> sizes = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_BYTES)
            .weigher((String name, Integer size) -> size)
            .removalListener(this::removed)
            .build();

    SpeechFiles(PrivateFolder folder, Duration making) {
        this.folder = folder;
        this.making = making;
    }

    byte[] speak(String text, Cost cost) throws IOException, InterruptedException {
        String name = name(text);
        byte[] kept = read(name);
        if (kept != null) {
            cost.hit();
            return kept;
        }
        Thread.sleep(making);
        byte[] made = Speech.of(text);
        Path fresh = folder.file(UUID.randomUUID() + ".part");
        Files.write(fresh, made);
        Files.move(fresh, folder.file(name), StandardCopyOption.ATOMIC_MOVE);
        sizes.put(name, made.length);
        return made;
    }

    Path place() {
        return folder.path();
    }

    @Override
    public void close() {
        folder.close();
    }

    private byte @Nullable [] read(String name) throws IOException {
        if (sizes.getIfPresent(name) == null) {
            return null;
        }
        try {
            return Files.readAllBytes(folder.file(name));
        } catch (NoSuchFileException e) {
            // It was given up for others between the two steps.
            return null;
        }
    }

    private void removed(@Nullable String name, @Nullable Integer size, RemovalCause cause) {
        if (name == null || cause == RemovalCause.REPLACED) {
            return;
        }
        try {
            Files.deleteIfExists(folder.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A name that no text can turn into another place.
    private static String name(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash) + ".wav";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
