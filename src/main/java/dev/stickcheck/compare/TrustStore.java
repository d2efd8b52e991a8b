package dev.stickcheck.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/// The certificates of `--ca-file` in the form that Gatling reads. They are public, so the password guards nothing.
final class TrustStore {
    static final String PASSWORD = "public";

    private TrustStore() {}

    /// @throws CompareProblem when the file holds no certificate
    static Path write(Path pem, Path folder) {
        Path store = folder.resolve("authorities.p12");
        if (Files.exists(store)) {
            // Gatling, which is started ahead, may be reading it.
            return store;
        }
        try (InputStream in = Files.newInputStream(pem);
                OutputStream out = Files.newOutputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                keys.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw CompareProblem.usage("--ca-file holds no certificate");
            }
            keys.store(out, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw CompareProblem.usage("--ca-file cannot be read as certificates (PEM): " + e.getMessage());
        }
    }
}
