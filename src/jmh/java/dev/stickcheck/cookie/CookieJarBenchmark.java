package dev.stickcheck.cookie;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What a request pays for keeping cookies as a browser does.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CookieJarBenchmark {
    private static final List<String> AFFINITY = List.of(
            "AWSALB=0123456789abcdef0123456789abcdef; Expires=Thu, 31 Dec 2099 23:59:59 GMT; Path=/",
            "AWSALBCORS=0123456789abcdef0123456789abcdef; Expires=Thu, 31 Dec 2099 23:59:59 GMT; Path=/;"
                    + " SameSite=None; Secure");

    private final URI url = URI.create("https://app.example.com/api/health");
    private CookieJar jar;

    @Setup
    public void fill() {
        jar = new CookieJar(InstantSource.system(), PublicSuffixes.maintained(), url);
        jar.receive(url, AFFINITY);
    }

    /// A balancer that sets its cookie once.
    @Benchmark
    public Sent send() {
        return jar.send(url);
    }

    /// A balancer that sets it on every answer.
    @Benchmark
    public Received sendAndReceive() {
        jar.send(url);
        return jar.receive(url, AFFINITY);
    }
}
