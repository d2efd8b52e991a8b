package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The pipelines in `scripts/ci`: their commands, taken out of the files and run, against a repository whose launcher
/// runs the classes under test, faster than it is polite.
class PipelinesTest {
    private static final Path PIPELINES = Path.of("scripts/ci");
    private static final Pattern SHELL = Pattern.compile("(?s)'''(.*?)'''");

    @TempDir
    Path folder;

    private Path workspace;

    @BeforeEach
    void publishes() throws Exception {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        Path repository = Files.createDirectories(folder.resolve("repository/scripts"));
        Path launcher = repository.resolve("stickcheck");
        Files.writeString(
                launcher,
                "#!/usr/bin/env bash\nexec '%s/bin/java' -cp '%s' dev.stickcheck.cli.Main \"$@\" --rate 2000 --concurrency 20 --seed 11\n"
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path root = folder.resolve("repository");
        assertThat(bash(
                        "git init -q . && git add . && git -c user.name=t -c user.email=t@t.test commit -qm launcher",
                        root,
                        Map.of()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml", "Jenkinsfile"})
    void passesForABalancerThatSticksAndFailsForOneThatDoesNot(String pipeline) throws Exception {
        assertThat(run(pipeline, "lab:cookie")).as(said()).isZero();
        assertThat(workspace.resolve("reports/junit.xml")).content().contains("failures=\"0\"");
        assertThat(workspace.resolve("reports/result.json")).content().contains("\"verdict\": \"pass\"");

        assertThat(bash("rm -rf stickcheck reports", workspace, Map.of())).isZero();
        assertThat(run(pipeline, "lab:random")).as(said()).isEqualTo(1);
        assertThat(workspace.resolve("reports/junit.xml")).content().contains("<failure message=");
    }

    @Test
    void fillsTheJobSummaryOfGithub() throws Exception {
        run("github-actions.yml", "lab:cookie");

        assertThat(folder.resolve("summary.md")).content().startsWith("## ✓ probe: pass");
    }

    @Test
    void namesInGitlabOnlyReportsThatTheCommandsWrite() throws Exception {
        run("gitlab-ci.yml", "lab:cookie");

        Map<?, ?> artifacts = (Map<?, ?>) job("gitlab-ci.yml", "stickcheck").get("artifacts");
        for (Object report : ((Map<?, ?>) Objects.requireNonNull(artifacts).get("reports")).values()) {
            assertThat(workspace.resolve(report.toString())).isNotEmptyFile();
        }
    }

    @Test
    void isGroovyThatJenkinsCanRead() throws Exception {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("Jenkinsfile", Files.readString(PIPELINES.resolve("Jenkinsfile")));
        unit.compile(Phases.CONVERSION);

        assertThat(unit.getErrorCollector().hasErrors()).isFalse();
    }

    private int run(String pipeline, String target) throws Exception {
        Map<String, String> environment = Map.of(
                "STICKCHECK_REPOSITORY",
                "file://" + folder.resolve("repository"),
                "STICKCHECK_TARGET",
                target,
                "GITHUB_STEP_SUMMARY",
                folder.resolve("summary.md").toString());
        List<String> commands = commands(pipeline);
        assertThat(commands)
                .anyMatch(command -> command.contains("git clone"))
                .anyMatch(command -> command.contains("probe"));
        for (String command : commands) {
            int code = bash(command, workspace, environment);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private static List<String> commands(String pipeline) throws IOException {
        return switch (pipeline) {
            case "github-actions.yml" -> {
                Map<?, ?> jobs = job(pipeline, "jobs");
                List<?> steps = (List<?>) ((Map<?, ?>) Objects.requireNonNull(jobs.get("stickcheck"))).get("steps");
                yield steps.stream()
                        .map(step -> ((Map<?, ?>) step).get("run"))
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList();
            }
            case "gitlab-ci.yml" -> {
                Map<?, ?> job = job(pipeline, "stickcheck");
                yield Stream.of("before_script", "script")
                        .flatMap(part -> ((List<?>) Objects.requireNonNull(job.get(part))).stream())
                        .map(Object::toString)
                        .toList();
            }
            default -> {
                List<String> shell = new ArrayList<>();
                SHELL.matcher(Files.readString(PIPELINES.resolve(pipeline)))
                        .results()
                        .forEach(part -> shell.add(part.group(1)));
                yield shell;
            }
        };
    }

    private static Map<?, ?> job(String pipeline, String name) throws IOException {
        Object root =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(PIPELINES.resolve(pipeline)));
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) root).get(name));
    }

    /// As all three run commands: the first that fails ends it.
    private int bash(String command, Path where, Map<String, String> environment) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-e", "-c", command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()));
        bash.environment().putAll(environment);
        Process process = bash.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }
}
