package dev.stickcheck.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks a server for one path, to find out whether it is at home.
final class Knock {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int ENOUGH_BYTES = 8_192;

    private Knock() {}

    /// The answer as it came, or nothing when there was none.
    static String at(InetSocketAddress door, String path) {
        InetAddress host =
                door.getAddress().isAnyLocalAddress() ? InetAddress.ofLiteral("127.0.0.1") : door.getAddress();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, door.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET /" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(ENOUGH_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
