package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Plan;
import dev.stickcheck.probe.Transport.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which sessions the probe sends, and in what order.
@Timeout(30)
class SessionsTest {
    private static final String URL = "http://lb.test/";

    @Test
    void launchesSessionsInOrder() {
        ScriptedTransport transport = ScriptedTransport.agreeable();
        ProbeRun run = ProbeRun.of(PlanBuilder.of(URL).sessions(10, 2).plan(), transport);

        assertThat(transport.sessions().subList(0, 10))
                .isEqualTo(LongStream.range(0, 10).boxed().toList());
        assertThat(run.observations().subList(0, 10))
                .extracting(Observation::launch)
                .isEqualTo(LongStream.range(0, 10).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "5,1,1", "10,1,10", "7,1,3", "25,1,10", "1,10,10", "5,4,1", "25,10,10", "9,3,4", "3,2,100"})
    void sendsEveryRequestOfEverySessionAndNothingElse(int sessions, int requests, int concurrency) {
        ScriptedTransport transport = ScriptedTransport.agreeable();
        Plan plan = PlanBuilder.of(URL)
                .sessions(sessions, requests)
                .concurrency(concurrency)
                .plan();

        ProbeRun run = ProbeRun.of(plan, transport);

        assertThat(run.ending().kind()).isEqualTo(Kind.COMPLETED);
        assertThat(transport.hops).hasSize(sessions * requests);
        assertThat(run.bySession()).hasSize(sessions);
        assertThat(run.bySession().values())
                .allSatisfy(own -> assertThat(own)
                        .extracting(Observation::sequence)
                        .isEqualTo(IntStream.rangeClosed(1, requests).boxed().toList()));
        assertThat(run.observations()).allMatch(o -> o.arm() == Arm.STICKY);
        assertThat(transport.ended).hasSize(sessions).doesNotHaveDuplicates();
    }

    @Test
    void visitsRoundAfterRoundInAnOrderOfItsOwn() {
        ScriptedTransport transport = ScriptedTransport.agreeable();
        ProbeRun.of(PlanBuilder.of(URL).sessions(10, 10).plan(), transport);

        List<List<Long>> rounds = IntStream.range(0, 10)
                .mapToObj(round -> List.copyOf(transport.sessions().subList(10 * round, 10 * round + 10)))
                .toList();

        assertThat(rounds)
                .allSatisfy(
                        round -> assertThat(round).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));
        assertThat(new HashSet<>(rounds)).hasSize(10);
    }

    @Test
    void doesNotMistakeRoundRobinForAffinity() {
        AtomicInteger turn = new AtomicInteger();
        ScriptedTransport transport = new ScriptedTransport(
                hop -> ScriptedTransport.answer(200, "X-Instance-ID: i" + turn.getAndIncrement() % 2));

        ProbeRun run = ProbeRun.of(PlanBuilder.of(URL).sessions(10, 10).plan(), transport);

        assertThat(run.bySession().values())
                .filteredOn(own ->
                        own.stream().map(Observation::instance).distinct().count() == 1)
                .as("sessions that seem to stick")
                .hasSizeLessThan(3);
    }

    @Test
    void isRepeatedExactlyByItsSeed() {
        assertThat(order(42)).isEqualTo(order(42));
        assertThat(order(42)).isNotEqualTo(order(43));
    }

    private static List<Long> order(long seed) {
        ScriptedTransport transport = ScriptedTransport.agreeable();
        ProbeRun.of(PlanBuilder.of(URL).sessions(20, 5).seed(seed).plan(), transport);
        return transport.sessions();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8})
    void mixesInControlSessionsAtTheShareThatIsWanted(double share) {
        AtomicInteger left = new AtomicInteger(2_000);
        ScriptedTransport transport = ScriptedTransport.agreeable();
        Ending enough = new Ending(Kind.DECIDED, "enough");

        ProbeRun run = ProbeRun.of(
                PlanBuilder.of(URL).sessions(10_000, 10).plan(),
                transport,
                () -> left.getAndDecrement() > 0 ? new Demand.More(10_000, share) : new Demand.Stop(enough));

        assertThat(run.ending()).isEqualTo(enough);
        assertThat(run.observations()).hasSize(2_000);
        List<Observation> control =
                run.observations().stream().filter(o -> o.arm() == Arm.CONTROL).toList();
        assertThat(control.size() / 2_000.0).isBetween(share - 0.06, share + 0.06);
        assertThat(control).allMatch(Observation::isAssignment);
        assertThat(control).extracting(Observation::session).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithTheControlArmWhenNoStickySessionMayBeLaunched() {
        AtomicInteger left = new AtomicInteger(50);
        ProbeRun run = ProbeRun.of(
                PlanBuilder.of(URL).sessions(3, 2).plan(),
                ScriptedTransport.agreeable(),
                () -> left.getAndDecrement() > 0
                        ? new Demand.More(3, 0.5)
                        : new Demand.Stop(new Ending(Kind.DECIDED, "enough")));

        assertThat(run.observations()).hasSize(50);
        assertThat(run.observations().stream().filter(o -> o.arm() == Arm.STICKY))
                .hasSize(6);
    }

    @Test
    void endsAfterTheMostRequests() {
        ProbeRun run =
                ProbeRun.of(PlanBuilder.of(URL).sessions(10, 10).maxRequests(37).plan(), ScriptedTransport.agreeable());

        assertThat(run.observations()).hasSize(37);
        assertThat(run.ending()).isEqualTo(new Ending(Kind.BOUNDED, "--max-requests 37 are sent"));
    }

    @Test
    void usesSourceAddressesInTurn() {
        Plan plan = PlanBuilder.of(URL)
                .sessions(4, 2)
                .from("127.0.0.2", "127.0.0.3", "127.0.0.4")
                .plan();
        ProbeRun run = ProbeRun.of(plan, ScriptedTransport.agreeable());

        Map<Long, String> bySession = new HashMap<>();
        run.observations()
                .forEach(o -> bySession.merge(o.launch(), String.valueOf(o.sourceAddress()), (a, b) -> {
                    assertThat(a).as("a session keeps its address").isEqualTo(b);
                    return a;
                }));
        assertThat(bySession).isEqualTo(Map.of(0L, "127.0.0.2", 1L, "127.0.0.3", 2L, "127.0.0.4", 3L, "127.0.0.2"));
    }

    @Test
    void takesAnIdThatNamesNobodyForNone() {
        List<String> ids = List.of("", "   ", "unknown", "UNKNOWN", "Unknown");
        AtomicInteger turn = new AtomicInteger();
        ScriptedTransport transport = new ScriptedTransport(hop -> {
            int number = turn.getAndIncrement();
            return number == ids.size()
                    ? ScriptedTransport.answer(204)
                    : ScriptedTransport.answer(204, "X-Instance-ID:" + ids.get(number));
        });

        ProbeRun run = ProbeRun.of(PlanBuilder.of(URL).sessions(1, 6).plan(), transport);

        assertThat(run.observations()).extracting(Observation::outcome).containsOnly(new Outcome.Unidentified(204));
    }

    @Test
    void keepsTheInstanceOfAnAnswerThatIsAnError() {
        ProbeRun run = ProbeRun.of(
                PlanBuilder.of(URL).plan(),
                new ScriptedTransport(hop -> ScriptedTransport.answer(503, "X-Instance-ID: a")));

        assertThat(run.single().outcome()).isEqualTo(new Outcome.Identified("a", 503));
    }

    @Test
    void keepsAFailureAsDataAndGoesOn() {
        AtomicInteger turn = new AtomicInteger();
        Reply failure = new Reply.Failure(ErrorKind.TLS, "tls: no");
        ScriptedTransport transport = new ScriptedTransport(
                hop -> turn.getAndIncrement() % 2 == 0 ? failure : ScriptedTransport.answer(200, "X-Instance-ID: a"));

        ProbeRun run = ProbeRun.of(PlanBuilder.of(URL).sessions(2, 4).plan(), transport);

        assertThat(run.observations()).hasSize(8);
        assertThat(run.errors()).hasSize(4).containsOnly(ErrorKind.TLS);
    }
}
