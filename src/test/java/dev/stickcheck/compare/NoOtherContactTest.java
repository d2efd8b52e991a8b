package dev.stickcheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nothing but the target is contacted: no other name is even looked up, and no other socket opened.
///
/// Gatling runs with a resolver that writes down every name it is asked for, and knows none.
@Timeout(120)
class NoOtherContactTest {
    @TempDir
    private Path folder;

    private GatlingProcess.Launch watched(List<String> more) throws IOException {
        Path services = Files.createDirectories(folder.resolve("watched/META-INF/services"));
        Files.writeString(
                services.resolve("java.net.spi.InetAddressResolverProvider"), WatchingResolver.class.getName());
        List<String> settings = new ArrayList<>(more);
        settings.add("-D" + WatchingResolver.FILE + "=" + folder.resolve("names"));
        // Before all else: the program has a resolver of its own, and the first that is found is taken.
        settings.add("-Xbootclasspath/a:" + folder.resolve("watched"));
        return new GatlingProcess.Launch(List.of(), settings);
    }

    private List<String> namesLookedUp() throws IOException {
        Path names = folder.resolve("names");
        return Files.exists(names) ? Files.readAllLines(names) : List.of();
    }

    private static Instructions instructions(Cluster cluster) {
        return GatlingRun.Wanted.of(
                        cluster.instance(1).url().resolve("/"),
                        cluster.instance(2).url().resolve("/"))
                .instructions();
    }

    @Test
    void contactsTheTargetAlone() throws IOException {
        try (Cluster cluster = Cluster.of(2)) {
            Sockets sockets = Sockets.watch();
            GatlingRun run = GatlingRun.of(instructions(cluster), watched(List.of()), folder);

            assertThat(run.asked()).hasSizeGreaterThan(250).allMatch(asked -> asked.failure() == null);
            assertThat(namesLookedUp()).allMatch(WatchingResolver::isOwnName);
            assertThat(sockets.seen())
                    .isNotEmpty()
                    .isSubsetOf(cluster.instance(1).port(), cluster.instance(2).port());
        }
    }

    /// So that the test above is known to see it.
    @Test
    void wouldSeeGatlingsTelemetry() throws IOException {
        try (Cluster cluster = Cluster.of(2)) {
            GatlingRun run = GatlingRun.of(
                    instructions(cluster), watched(List.of("-Dgatling.data.enableAnalytics=true")), folder);

            assertThat(namesLookedUp()).as(run.log()).anyMatch(name -> !WatchingResolver.isOwnName(name));
        }
    }
}
