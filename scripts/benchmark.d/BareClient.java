import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Asks a URL by the JDK's client and nothing else, the floor under every probe: `BareClient URL REQUESTS AT_A_TIME`.
public final class BareClient {
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(args[0])).build();
        var left = new AtomicInteger(Integer.parseInt(args[1]));
        try (HttpClient client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> users = IntStream.range(0, Integer.parseInt(args[2]))
                    .mapToObj(user -> threads.submit(() -> ask(client, request, left)))
                    .toList();
            for (Future<Void> user : users) {
                user.get();
            }
        }
    }

    private static Void ask(HttpClient client, HttpRequest request, AtomicInteger left)
            throws IOException, InterruptedException {
        while (left.getAndDecrement() > 0) {
            int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
            if (status != 200) {
                throw new IOException("status " + status);
            }
        }
        return null;
    }
}
