package dev.stickcheck.compare;

import dev.stickcheck.model.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Where a user's own journeys are: jars and folders of classes as they stand, folders of Java sources compiled first.
public final class JourneyPath {
    private static final int LONGEST = 300;

    private JourneyPath() {}

    /// The class path of these places.
    ///
    /// @param compiled where compiled classes go
    /// @throws CompareProblem when a place does not exist or a source does not compile
    public static List<Path> prepare(List<Path> places, Path compiled) {
        List<Path> path = new ArrayList<>();
        List<Path> sources = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isReadable(place)) {
                throw CompareProblem.usage("--journey-path '" + Text.inert(place.toString(), LONGEST)
                        + "' cannot be read: name a jar, a folder of classes, or one of Java sources");
            }
            path.add(place.toAbsolutePath());
            sources.addAll(sources(place));
        }
        if (!sources.isEmpty()) {
            compile(sources, path, compiled);
            path.addFirst(compiled);
        }
        return path;
    }

    private static List<Path> sources(Path place) {
        if (!Files.isDirectory(place)) {
            return place.toString().endsWith(".java") ? List.of(place) : List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw CompareProblem.usage("--journey-path '" + Text.inert(place.toString(), LONGEST) + "' cannot be read: "
                    + Text.inert(String.valueOf(e.getMessage()), LONGEST));
        }
    }

    private static void compile(List<Path> sources, List<Path> path, Path compiled) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw CompareProblem.fault("a JDK is needed to compile --journey-path, and this is a Java runtime without"
                    + " its compiler: name a jar or a folder of classes");
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        StringWriter rest = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(compiled);
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-d", compiled.toString(), "-cp", GatlingPlace.classPath(path));
            boolean done = compiler.getTask(
                            rest, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw CompareProblem.usage("the journey does not compile: " + first(problems, rest));
            }
        } catch (IOException e) {
            throw CompareProblem.fault("the journey cannot be compiled: " + Text.inert(String.valueOf(e), LONGEST));
        }
    }

    private static String first(DiagnosticCollector<JavaFileObject> problems, StringWriter rest) {
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(problem -> Text.inert(
                        (problem.getSource() == null
                                        ? ""
                                        : problem.getSource().getName() + ":" + problem.getLineNumber() + ": ")
                                + problem.getMessage(Locale.ROOT)
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                        LONGEST))
                .orElseGet(() -> Text.inert(rest.toString(), LONGEST));
    }
}
