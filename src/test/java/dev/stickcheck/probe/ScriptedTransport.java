package dev.stickcheck.probe;

import dev.stickcheck.probe.Transport.Hop;
import dev.stickcheck.probe.Transport.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Replies at once, as a script says, and remembers what was sent.
final class ScriptedTransport implements Transport {
    final List<Hop> hops = new ArrayList<>();
    final List<Long> ended = new ArrayList<>();
    private final Function<Hop, Reply> script;

    ScriptedTransport(Function<Hop, Reply> script) {
        this.script = script;
    }

    /// Always the same instance.
    static ScriptedTransport agreeable() {
        return new ScriptedTransport(hop -> answer(200, "X-Instance-ID: a"));
    }

    static Reply answer(int status, String... headerLines) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : headerLines) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Reply.Answer(status, headers, "", "0");
    }

    @Override
    public Sending send(Hop hop, Done done) {
        hops.add(hop);
        done.accept(script.apply(hop));
        return DONE;
    }

    @Override
    public void endSession(Route route) {
        ended.add(route.session());
    }

    @Override
    public void close() {}

    /// Which session sent, in order.
    List<Long> sessions() {
        return hops.stream().map(hop -> hop.route().session()).toList();
    }

    /// The values of a header, hop by hop; `-` where a hop has none.
    List<String> values(String name) {
        return hops.stream().map(hop -> value(hop, name)).toList();
    }

    static String value(Hop hop, String name) {
        return String.join(" & ", values(hop, name).toList());
    }

    private static Stream<String> values(Hop hop, String name) {
        List<String> found = hop.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value())
                .toList();
        return found.isEmpty() ? Stream.of("-") : found.stream();
    }

    static final Sending DONE = new Sending() {
        @Override
        public void cancel() {}

        @Override
        public boolean answering() {
            return true;
        }
    };
}
