package dev.stickcheck.probe;

import dev.stickcheck.model.Network;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Whom a probe trusts.
final class Tls {
    private Tls() {}

    /// The context that a plan asks for.
    ///
    /// @throws ProbeProblem when the authorities cannot be read
    static SSLContext context(Network network) {
        try {
            if (network.insecure()) {
                return of(new TrustManager[] {new TrustEverybody()});
            }
            if (network.caFile() != null) {
                return of(trusting(network.caFile()));
            }
            // Only the JDK's own context knows the certificate that these properties give a client.
            return System.getProperty("javax.net.ssl.keyStore") == null
                    ? of(new TrustManager[] {new JdkTrust()})
                    : SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new ProbeProblem("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static SSLContext of(TrustManager[] trusted) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted, new SecureRandom());
        return context;
    }

    private static TrustManager[] trusting(Path file) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(null, null);
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (authorities.isEmpty()) {
                throw new ProbeProblem("--ca-file " + shown(file) + " holds no certificate (PEM is expected)", null);
            }
            int index = 0;
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority-" + index++, authority);
            }
        } catch (IOException | CertificateException e) {
            throw new ProbeProblem("--ca-file " + shown(file) + " cannot be read as PEM certificates", e);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static String shown(Path file) {
        return "'" + Text.inert(file.toString(), 80) + "'";
    }

    /// For `--insecure`. Being an extended manager it also switches the check of the host's name off.
    private static final class TrustEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
