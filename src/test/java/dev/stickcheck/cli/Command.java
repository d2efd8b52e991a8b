package dev.stickcheck.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command run in this process: its exit code and what it said.
record Command(int code, String out, String err) {

    /// Runs with both streams going to pipes.
    static Command run(String... args) {
        return run(false, false, args);
    }

    /// Runs for a person at a terminal of 100 columns, with stderr going to a pipe.
    static Command atTerminal(String... args) {
        return run(true, false, args);
    }

    /// Runs for a person who watches stderr.
    static Command watched(String... args) {
        return run(false, true, args);
    }

    /// Runs with both streams going to pipes, in an environment.
    static Command run(Map<String, String> environment, String... args) {
        return run(false, false, environment, args);
    }

    private static Command run(boolean outIsTerminal, boolean errIsTerminal, String... args) {
        return run(outIsTerminal, errIsTerminal, Map.of(), args);
    }

    private static Command run(
            boolean outIsTerminal, boolean errIsTerminal, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(outStream, errStream, outIsTerminal, errIsTerminal, true, 100);
        int code = Main.run(args, terminal, environment);
        return new Command(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// A fast, seeded probe whose result comes as JSON on stdout; options given say otherwise.
    static Command probe(String target, String... more) {
        List<String> args = new ArrayList<>(List.of("probe", target, "--json"));
        args.addAll(List.of(more));
        for (List<String> usual :
                List.of(List.of("--rate", "2000"), List.of("--concurrency", "20"), List.of("--seed", "11"))) {
            if (!args.contains(usual.getFirst())) {
                args.addAll(usual);
            }
        }
        return run(args.toArray(String[]::new));
    }

    Json json() {
        return Json.of(out);
    }

    /// Everything that was said, as a test shows it when it fails.
    @Override
    public String toString() {
        return "exit " + code + "\n" + out + "\n" + err;
    }
}
