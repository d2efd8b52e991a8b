package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A lab that is stopped leaves no process, no port and no file behind.
class LabSignalTest {
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @Timeout(60)
    void leavesNothingBehind(String signal, int code, @TempDir Path folder) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process lab = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "lab",
                        "cookie"))
                .redirectError(folder.resolve("err").toFile())
                .start();
        try (BufferedReader out = lab.inputReader()) {
            URI url = URI.create(out.readLine());
            try (Socket reachable = new Socket(url.getHost(), url.getPort())) {
                assertThat(reachable.isConnected()).isTrue();
            }
            new ProcessBuilder("kill", "-" + signal, Long.toString(lab.pid()))
                    .start()
                    .waitFor();

            assertThat(lab.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(lab.exitValue())
                    .as(Files.readString(folder.resolve("err")))
                    .isEqualTo(code);
            assertThat(out.readLine()).isNull();
            assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort())).isInstanceOf(ConnectException.class);
            assertThat(temporary).isEmptyDirectory();
        } finally {
            lab.destroyForcibly();
        }
    }
}
