package dev.stickcheck.compare;

import java.util.ArrayList;
import java.util.List;

/// Gatling's own configuration, as properties of its virtual machine.
///
/// Telemetry is off, its warm-up request to a public site and its search for a newer version are, and certificates are
/// verified, which Gatling does not do by itself. The JDK's TLS and selectors are used: no native library has to be
/// unpacked.
final class GatlingSettings {
    private static final String UNASKED_VERSION = "dev.stickcheck.simulations.UnaskedVersion";

    private GatlingSettings() {}

    static List<String> of(Instructions.Wire wire) {
        long millis = Math.max(1, wire.timeout().toMillis());
        List<String> settings = new ArrayList<>();
        settings.add("gatling.data.enableAnalytics=false");
        settings.add("java.util.prefs.PreferencesFactory=" + UNASKED_VERSION);
        settings.add("gatling.data.console.light=true");
        settings.add("gatling.data.console.writePeriod=3600");
        settings.add("gatling.http.warmUpUrl=");
        settings.add("gatling.http.requestTimeout=" + millis);
        settings.add("gatling.socket.connectTimeout=" + millis);
        settings.add("gatling.ssl.handshakeTimeout=" + millis);
        settings.add("gatling.ssl.useOpenSsl=false");
        settings.add("gatling.netty.useNativeTransport=false");
        settings.add("gatling.ssl.useInsecureTrustManager=" + wire.insecure());
        settings.add("gatling.http.enableHostnameVerification=" + !wire.insecure());
        if (wire.trustStore() != null) {
            settings.add("gatling.ssl.trustStore.type=PKCS12");
            settings.add("gatling.ssl.trustStore.file=" + wire.trustStore());
            settings.add("gatling.ssl.trustStore.password=" + TrustStore.PASSWORD);
        }
        return settings.stream().map(setting -> "-D" + setting).toList();
    }
}
