package dev.stickcheck.lab;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A temporary folder that its owner alone can enter, and that is gone when it is closed.
///
/// A [Warden] watches over it, so that it is gone even after a `kill -9`.
public final class PrivateFolder implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final Path path;
    private final Warden warden;

    private PrivateFolder(Path path, Warden warden) {
        this.path = path;
        this.warden = warden;
    }

    /// A new one.
    ///
    /// @param owner what it is for, as it shows in the folder's name
    public static PrivateFolder create(String owner) throws IOException {
        // Java gives a temporary folder to its owner alone (0700).
        Path path = Files.createTempDirectory("stickcheck-" + owner + "-");
        return new PrivateFolder(path, Warden.over(path));
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public Path write(String name, String text) throws IOException {
        return Files.writeString(file(name), text);
    }

    /// Who ends processes and deletes the folder should this process be killed.
    Warden warden() {
        return warden;
    }

    /// Whether the superuser owns it, and so whether what is started here may have to give up privileges.
    public boolean ownedByRoot() throws IOException {
        return Files.getAttribute(path, "unix:uid").equals(0);
    }

    /// Tried again when somebody who is about to end has written once more.
    @Override
    public void close() {
        for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(path); attempt++) {
            try {
                Files.walkFileTree(path, new Deletion());
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        warden.dismiss();
    }

    /// Tolerates what others remove at the same moment.
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws DirectoryNotEmptyException, IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
