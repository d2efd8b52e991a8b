package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.Hostility;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Plan;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A run that is interrupted ends at once and keeps what it has seen.
@Timeout(60)
class InterruptTest {
    private static final String OK = "HTTP/1.1 200 Fine\r\nX-Instance-ID: a\r\nContent-Length: 0\r\n\r\n";

    @ParameterizedTest
    @EnumSource(ConnectionPolicy.class)
    void returnsAtOnceKeepsWhatWasObservedAndClosesItsConnections(ConnectionPolicy policy) throws Exception {
        AtomicInteger answered = new AtomicInteger();
        // Ten answers, and then never another.
        try (WatchedServer server = new WatchedServer(guest -> {
                    while (!guest.head().isEmpty()) {
                        if (answered.incrementAndGet() > 10) {
                            guest.in.transferTo(OutputStream.nullOutputStream());
                            return;
                        }
                        guest.send(OK);
                    }
                });
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Plan plan = PlanBuilder.of(server.url())
                    .sessions(5, 100)
                    .timeoutMillis(30_000)
                    .connections(policy)
                    .plan();
            List<Observation> observed = new CopyOnWriteArrayList<>();
            Transport transport = Transports.of(plan);
            Probe probe = ProbeRun.probe(plan, transport);
            CompletableFuture<Ending> ending =
                    CompletableFuture.supplyAsync(() -> probe.run(observed::add, () -> new Demand.More(5, 0)), threads);
            Await.until("requests wait for their answers", () -> observed.size() == 10 && answered.get() > 10);

            probe.interrupt();

            assertThat(ending.get(30, TimeUnit.SECONDS)).isEqualTo(new Ending(Kind.INTERRUPTED, "interrupted"));
            assertThat(observed).hasSize(10).allMatch(o -> "a".equals(o.instance()));
            transport.close();
            Await.until("no connection is left", () -> server.openConnections() == 0);
        }
    }

    @Test
    void endsTheWaitForTheLastAnswers() throws Exception {
        try (HostileServer silent = HostileServer.start(Hostility.SILENT);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Plan plan = PlanBuilder.of(silent.url().resolve("/"))
                    .sessions(2, 1)
                    .timeoutMillis(600_000)
                    .duration(Duration.ofMillis(1))
                    .plan();
            try (Transport transport = Transports.of(plan)) {
                Probe probe = ProbeRun.probe(plan, transport);
                CompletableFuture<Ending> ending =
                        CompletableFuture.supplyAsync(() -> probe.run(o -> {}, () -> new Demand.More(2, 0)), threads);
                Await.until("somebody waits", () -> silent.connections() > 0 || ending.isDone());
                probe.interrupt();

                assertThat(ending.get(30, TimeUnit.SECONDS).kind()).isIn(Kind.BOUNDED, Kind.INTERRUPTED);
            }
        }
    }

    @Test
    void sendsNothingAfterAnInterruptThatCameFirst() {
        ScriptedTransport transport = ScriptedTransport.agreeable();
        Probe probe = ProbeRun.probe(PlanBuilder.of("http://lb.test/").plan(), transport);
        probe.interrupt();

        assertThat(probe.run(o -> {}, () -> new Demand.More(1, 0)).kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(transport.hops).isEmpty();
    }

    @Test
    void takesTheInterruptOfItsThreadForOne() throws Exception {
        AtomicReference<Ending> ending = new AtomicReference<>();
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Transport silent = new Whim((hop, done) -> {
            sent.complete(null);
            return new Whim.Hung(new AtomicInteger(), false);
        });
        Probe probe = ProbeRun.probe(
                PlanBuilder.of("http://lb.test/").timeoutMillis(600_000).plan(), silent);
        Thread thread = Thread.ofVirtual().start(() -> ending.set(probe.run(o -> {}, () -> new Demand.More(1, 0))));
        sent.get(10, TimeUnit.SECONDS);

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(ending.get().kind()).isEqualTo(Kind.INTERRUPTED);
    }

    @Test
    void throwsWhatTheObserverThrowsOnWhicheverThread() {
        Plan plan = PlanBuilder.of("http://lb.test/").sessions(3, 3).plan();
        IllegalStateException trouble = new IllegalStateException("the observer's own");
        Transport elsewhere = new Whim((hop, done) -> {
            Thread.ofVirtual().start(() -> done.accept(ScriptedTransport.answer(200, "X-Instance-ID: a")));
            return ScriptedTransport.DONE;
        });

        assertThatThrownBy(() -> ProbeRun.probe(plan, elsewhere)
                        .run(
                                observation -> {
                                    throw trouble;
                                },
                                () -> new Demand.More(3, 0)))
                .isSameAs(trouble);
    }
}
