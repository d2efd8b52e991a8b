package dev.stickcheck.lab;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of a lab, by the names that users write.
enum LabParameter {
    INSTANCES("instances", "N", Trait.ANY, "How many instances there are, at most 100 (3)."),
    WEIGHTS("weights", "7,2,1", Trait.WEIGHTS, "Their shares of new sessions (all the same)."),
    LATENCY("latency", "D", Trait.ANY, "How long an instance takes to answer (0)."),
    STATE("state", "WHERE", Trait.ANY, "Where conversations live: database or memory (database)."),
    DATABASE("database", "URL", Trait.ANY, "A PostgreSQL, jdbc:postgresql://HOST/NAME (one of the lab's own, H2)."),
    DATABASE_LATENCY("database-latency", "D", Trait.ANY, "How far away it is, for every statement (1ms)."),
    SPEECH_LATENCY("speech-latency", "D", Trait.ANY, "How long it takes to make speech from text (200ms)."),
    MISROUTE(
            "misroute",
            "8%",
            Trait.PIN,
            "This share of the requests of pinned sessions goes to another instance once; the pin stays."),
    LOSE_PIN(
            "lose-pin",
            "2%",
            Trait.MEMORY,
            "For this share of the requests of pinned sessions the pin is forgotten and a new one given."),
    KILL("kill", "instance-1@5s", Trait.ANY, "Closes the instance's port and connections so long after the start."),
    DRAIN("drain", "instance-1@5s", Trait.ANY, "No new sessions for it, until it is restored."),
    RESTORE("restore", "instance-1@9s", Trait.ANY, "Up and well again, whatever was done to it."),
    SLOW("slow", "instance-1@2s:300ms", Trait.ANY, "It takes so much longer to answer."),
    ERROR("error", "instance-1@2s", Trait.ANY, "It answers 503."),
    RESET("reset", "instance-1@2s", Trait.ANY, "It resets the connection of every request."),
    HEAL("heal", "instance-1@4s", Trait.ANY, "Neither slow nor erring nor resetting any more."),
    COOKIE_TTL(
            "cookie-ttl",
            "D",
            Trait.COOKIE,
            "How long a pin counts (cookie: a session; alb: 1d; cloudflare: 23h; redirect: 1h)."),
    DROP_COOKIE(
            "drop-cookie",
            "HOW",
            Trait.COOKIE,
            "Sets the cookie so that clients refuse it or never return it: secure, path, domain, samesite, expired."),
    FAILOVER(
            "failover",
            "HOW",
            Trait.FAILOVER,
            "A session whose endpoint does not answer: none, temporary or sticky (none)."),
    SEED("seed", "N", Trait.ANY, "Of everything that is drawn.");

    private final String written;
    private final String value;
    private final Trait needs;
    private final String what;

    LabParameter(String written, String value, Trait needs, String what) {
        this.written = written;
        this.value = value;
        this.needs = needs;
        this.what = what;
    }

    /// The parameter of this name, or null.
    static @Nullable LabParameter named(String text) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.written.equals(text))
                .findFirst()
                .orElse(null);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(LabParameter::written).toList();
    }

    String written() {
        return written;
    }

    /// What a value looks like.
    String value() {
        return value;
    }

    /// Without this trait of its policy the parameter makes no sense.
    Trait needs() {
        return needs;
    }

    /// For the help.
    String what() {
        return what;
    }
}
