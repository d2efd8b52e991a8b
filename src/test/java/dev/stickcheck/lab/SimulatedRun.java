package dev.stickcheck.lab;

import dev.stickcheck.cookie.CookieJar;
import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.cookie.Received;
import dev.stickcheck.cookie.Sent;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Plan;
import dev.stickcheck.statistics.Findings;
import dev.stickcheck.statistics.Measured;
import dev.stickcheck.statistics.Tally;
import dev.stickcheck.verdict.Judge;
import dev.stickcheck.verdict.Judgement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.SplittableRandom;

/// A probe without sockets on a simulated clock: sends as the real one does (arms drawn at random,
/// cohorts visited round by round in random order, one slot every 20 ms), keeps real cookie jars, and
/// asks the real judge.
final class SimulatedRun {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final PublicSuffixes SUFFIXES = PublicSuffixes.maintained();
    /// Fewer than the real test's: of thousands of runs nobody reads the p-value.
    private static final int PERMUTATIONS = 19;

    private final Plan plan;
    private final SimulatedBalancer balancer;
    private final SplittableRandom random;
    private final Tally tally;
    private final Judge judge;
    private final PriorityQueue<UnderWay> underWay = new PriorityQueue<>(Comparator.comparingDouble(UnderWay::ends));
    private final List<Client> launching = new ArrayList<>();
    private final List<Client> cohort = new ArrayList<>();
    private final List<Client> round = new ArrayList<>();
    private double now;
    private long launched;
    private long controls;
    private int open;

    /// A session as its client sees it.
    private static final class Client {
        private final Arm arm;
        private final long launch;
        private final InetAddress address;
        private final CookieJar jar;
        private int sent;
        private boolean waits;

        Client(Arm arm, long launch, InetAddress address, CookieJar jar) {
            this.arm = arm;
            this.launch = launch;
            this.address = address;
            this.jar = jar;
        }
    }

    private record UnderWay(
            Client client, int sequence, Sent sent, SimulatedBalancer.Routed routed, double begun, double ends) {}

    /// What a run came to.
    record Told(Findings findings, Judgement judgement, Ending ending, double seconds) {}

    private SimulatedRun(Plan plan, Scenario scenario, long seed) {
        this.plan = plan;
        this.random = new SplittableRandom(seed);
        this.balancer = new SimulatedBalancer(scenario, random.split());
        this.tally = new Tally(Measured.of(plan));
        this.judge = new Judge(plan);
    }

    static Told of(Plan plan, Scenario scenario, long seed) {
        return new SimulatedRun(plan, scenario, seed).run();
    }

    private Told run() {
        Ending ending = judge.judgeEnding(send(), tally.progress());
        Findings findings = tally.findings(random.split(), PERMUTATIONS);
        return new Told(
                findings,
                Judgement.of(findings, ending, plan.expectation(), plan.instances(), plan.thresholds()),
                ending,
                now);
    }

    private Ending send() {
        while (true) {
            takeAnswers(now);
            switch (judge.demand(tally.progress())) {
                case Demand.Stop(Ending why) -> {
                    takeAnswers(Double.MAX_VALUE);
                    return why;
                }
                case Demand.More more -> {
                    Client client = underWay.size() < plan.schedule().concurrency() ? choose(more) : null;
                    if (client != null) {
                        send(client);
                        now += 1 / plan.schedule().rate();
                    } else if (underWay.isEmpty()) {
                        return new Ending(Kind.COMPLETED, "every session is done");
                    } else {
                        now = Math.max(now, underWay.peek().ends());
                    }
                }
            }
        }
    }

    private Client choose(Demand.More more) {
        if (random.nextDouble() < more.controlShare()) {
            return launch(Arm.CONTROL);
        }
        int requests = plan.schedule().requestsPerSession();
        boolean noMore = launched >= more.sessionLimit();
        if (!launching.isEmpty()
                && (noMore || launching.size() >= plan.schedule().concurrency())) {
            cohort.clear();
            cohort.addAll(launching);
            launching.clear();
        }
        boolean roundsLeft = !round.isEmpty() || (!cohort.isEmpty() && cohort.getFirst().sent < requests);
        if (launching.isEmpty() && roundsLeft) {
            return next();
        }
        if (!noMore && open < plan.schedule().concurrency()) {
            Client client = launch(Arm.STICKY);
            launching.add(client);
            open++;
            return client;
        }
        return noMore && more.controlShare() > 0 ? launch(Arm.CONTROL) : null;
    }

    private Client next() {
        if (round.isEmpty()) {
            round.addAll(cohort);
            Collections.shuffle(round, Random.from(random));
        }
        for (int i = 0; i < round.size(); i++) {
            if (!round.get(i).waits) {
                return round.remove(i);
            }
        }
        return null;
    }

    private Client launch(Arm arm) {
        long serial = launched + controls;
        long number = arm == Arm.STICKY ? launched++ : controls++;
        return new Client(arm, number, address(serial), new CookieJar(() -> at(now), SUFFIXES, plan.url()));
    }

    private static InetAddress address(long serial) {
        try {
            return InetAddress.getByAddress(new byte[] {10, (byte) (serial >> 8), (byte) serial, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(Client client) {
        client.sent++;
        client.waits = true;
        Sent cookies = client.jar.send(plan.url());
        SimulatedBalancer.Routed routed = balancer.route(now, client.address, cookies.header());
        double latency = 0.005 - 0.01 * Math.log(1 - random.nextDouble());
        underWay.add(new UnderWay(client, client.sent, cookies, routed, now, now + latency));
    }

    private void takeAnswers(double until) {
        while (!underWay.isEmpty() && underWay.peek().ends() <= until) {
            UnderWay answer = underWay.poll();
            double sending = now;
            now = answer.ends();
            answered(answer);
            now = Math.max(now, sending);
        }
    }

    private void answered(UnderWay answer) {
        Client client = answer.client();
        client.waits = false;
        if (client.arm == Arm.STICKY && client.sent == plan.schedule().requestsPerSession()) {
            open--;
        }
        boolean answers = balancer.answers(answer.ends(), answer.routed());
        List<String> setCookies = answers ? answer.routed().setCookies() : List.of();
        Received received = setCookies.isEmpty() ? Received.NONE : client.jar.receive(plan.url(), setCookies);
        Duration latency = Duration.ofNanos((long) ((answer.ends() - answer.begun()) * 1e9));
        tally.observe(new Observation(
                at(answer.begun()),
                (client.arm == Arm.STICKY ? "s" : "c") + client.launch,
                client.launch,
                answer.sequence(),
                client.arm,
                answers ? new Outcome.Identified(answer.routed().name(), 200) : new Outcome.Unidentified(502),
                latency,
                latency,
                null,
                null,
                new CookieTrace(
                        answer.sent().names(), received.set(), answer.sent().ended(), received.refused()),
                0));
    }

    static Instant at(double second) {
        return START.plusNanos((long) (second * 1e9));
    }
}
