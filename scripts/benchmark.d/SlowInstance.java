import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// Answers 5 ms after a request has come, on a free port of loopback, which is printed; until it is killed.
public final class SlowInstance {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-Instance-ID: slow\r\n\r\nok\n".getBytes(StandardCharsets.US_ASCII);

    public static void main(String[] args) throws IOException {
        try (var server = new ServerSocket(0, 1000, InetAddress.getByName("127.0.0.1"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket visitor = server.accept();
                threads.submit(() -> serve(visitor));
            }
        }
    }

    private static Void serve(Socket visitor) throws IOException, InterruptedException {
        visitor.setTcpNoDelay(true);
        try (visitor;
                var lines = new BufferedReader(
                        new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = visitor.getOutputStream()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    Thread.sleep(5);
                    out.write(ANSWER);
                }
            }
        }
        return null;
    }
}
