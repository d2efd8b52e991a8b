package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Nginx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ip-hash` beside the real nginx, for several hundred source addresses.
class NginxAgreementTest {
    private static final int ADDRESSES = 400;

    @ParameterizedTest
    @ValueSource(strings = {"1,1,1", "7,2,1"})
    void choosesForEveryAddressWhatNginxChooses(String weights) throws Exception {
        List<Integer> shares =
                List.of(weights.split(",")).stream().map(Integer::valueOf).toList();
        List<String> ours = new ArrayList<>();
        List<String> nginxes = new ArrayList<>();
        try (Nginx nginx = Nginx.start(new Nginx.Policy.IpHash(shares));
                Lab lab = Lab.start(LabSpec.parse("lab:ip-hash?weights=" + weights))) {
            for (String address : addresses()) {
                ours.add(address + " " + instance(lab.url(), address));
                nginxes.add(address + " " + instance(nginx.url(), address));
            }
        }
        assertThat(ours).isEqualTo(nginxes);
        assertThat(ours.stream().map(line -> line.split(" ")[1]).distinct()).hasSize(3);
    }

    private static List<String> addresses() {
        SplittableRandom random = new SplittableRandom(42);
        List<String> addresses = new ArrayList<>(List.of("127.0.0.1", "127.255.255.254"));
        while (addresses.size() < ADDRESSES) {
            addresses.add("127." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254)));
        }
        return addresses;
    }

    private static String instance(URI url, String from) throws Exception {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(url.getHost()), url.getPort()));
            socket.setSoTimeout((int) Visitor.PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "X-Instance-ID:", 0, 14))
                        .map(line -> line.substring(14).strip())
                        .findFirst()
                        .orElseThrow();
            }
        }
    }
}
