package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Request.Header;
import dev.stickcheck.probe.Transport.Reply.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Names for people, whatever the client throws.
class FailuresTest {

    static Stream<Arguments> thrown() {
        return Stream.of(
                row(new UnresolvedAddressException(), ErrorKind.UNRESOLVED_HOST, "unresolved host"),
                row(
                        caused(new ConnectException(), new UnresolvedAddressException()),
                        ErrorKind.UNRESOLVED_HOST,
                        "unresolved host"),
                row(
                        new UnknownHostException("nowhere.test"),
                        ErrorKind.UNRESOLVED_HOST,
                        "unresolved host: nowhere.test"),
                row(
                        new ConnectException("Connection refused"),
                        ErrorKind.CONNECTION_REFUSED,
                        "connection refused: Connection refused"),
                row(
                        caused(new ConnectException(), new ClosedChannelException()),
                        ErrorKind.CONNECTION_REFUSED,
                        "connection refused"),
                row(
                        new NoRouteToHostException("No route to host"),
                        ErrorKind.CONNECTION_FAILED,
                        "connection failed: No route to host"),
                row(
                        new ConnectException("Network is unreachable"),
                        ErrorKind.CONNECTION_FAILED,
                        "connection failed: Network is unreachable"),
                row(
                        new HttpConnectTimeoutException("HTTP connect timed out"),
                        ErrorKind.CONNECT_TIMEOUT,
                        "connect timeout: HTTP connect timed out"),
                row(
                        new HttpTimeoutException("request timed out"),
                        ErrorKind.ANSWER_TIMEOUT,
                        "answer timeout: request timed out"),
                row(
                        new SSLHandshakeException("No name matching lb.test found"),
                        ErrorKind.TLS,
                        "tls: No name matching lb.test found"),
                row(caused(new IOException("outer"), new SSLException("inner")), ErrorKind.TLS, "tls: inner"),
                row(new ProtocolException("Invalid status line"), ErrorKind.PROTOCOL, "protocol: Invalid status line"),
                row(
                        new NumberFormatException("For input string: many"),
                        ErrorKind.PROTOCOL,
                        "protocol: For input string: many"),
                row(
                        new IllegalArgumentException("invalid header value: s3cret"),
                        ErrorKind.PROTOCOL,
                        "protocol: the client refuses to write the request"),
                row(
                        caused(
                                new IOException("HTTP/1.1 header parser received no bytes"),
                                new SocketException("Connection reset")),
                        ErrorKind.CONNECTION_CLOSED,
                        "connection closed: Connection reset"),
                row(new IOException("Invalid chunk length"), ErrorKind.PROTOCOL, "protocol: Invalid chunk length"),
                row(
                        new SocketException("Connection reset"),
                        ErrorKind.CONNECTION_CLOSED,
                        "connection closed: Connection reset"),
                row(new IOException("Broken pipe"), ErrorKind.CONNECTION_CLOSED, "connection closed: Broken pipe"),
                row(
                        caused(
                                new IOException("HTTP/1.1 header parser received no bytes"),
                                new EOFException("EOF reached while reading")),
                        ErrorKind.CONNECTION_CLOSED,
                        "connection closed: EOF reached while reading"),
                row(
                        caused(
                                new IOException("chunked transfer encoding, state: READING_LENGTH"),
                                new EOFException("EOF reached while reading")),
                        ErrorKind.CONNECTION_CLOSED,
                        "connection closed: EOF reached while reading"),
                row(
                        new IOException("fixed content-length: 1000, bytes received: 100"),
                        ErrorKind.CONNECTION_CLOSED,
                        "connection closed: fixed content-length: 1000, bytes received: 100"),
                row(new IOException("closed"), ErrorKind.CONNECTION_CLOSED, "connection closed: closed"),
                row(
                        new IOException("something else"),
                        ErrorKind.CONNECTION_FAILED,
                        "connection failed: something else"),
                row(new IOException(), ErrorKind.CONNECTION_FAILED, "connection failed"),
                row(
                        new CompletionException(new CompletionException(new SSLException("deep"))),
                        ErrorKind.TLS,
                        "tls: deep"),
                row(new CompletionException(null), ErrorKind.CONNECTION_FAILED, "connection failed"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void saysWhatHappenedInOneLine(Throwable thrown, ErrorKind kind, String detail) {
        assertThat(Failures.of(thrown)).isEqualTo(new Failure(kind, detail));
    }

    @Test
    void makesAForeignMessageInert() {
        Failure failure = Failures.of(new SSLException("\u001b[31mred\r\nline \u202e" + "x".repeat(10_000)));

        assertThat(failure.detail())
                .hasSizeLessThan(250)
                .doesNotContainPattern("[\\p{Cntrl}\u202e]")
                .startsWith("tls: ");
    }

    @Test
    void endsOnACircleOfCauses() {
        IOException one = new IOException("one");
        IOException two = new IOException("two", one);
        one.initCause(two);

        assertThat(Failures.of(one).kind()).isEqualTo(ErrorKind.CONNECTION_FAILED);
    }

    @Test
    void keepsWhatMayBeACredentialOutOfEveryStringForm() {
        Transport.Hop hop = new Transport.Hop(
                URI.create("http://lb.test/"),
                "POST",
                List.of(new Header("Cookie", "pin=s3cret")),
                "password=s3cret",
                new Transport.Route(1, -1));

        assertThat(hop.toString()).doesNotContain("s3cret");
        assertThat(ScriptedTransport.answer(200, "Set-Cookie: pin=s3cret").toString())
                .doesNotContain("s3cret");
    }

    private static Arguments row(Throwable thrown, ErrorKind kind, String detail) {
        return Arguments.of(thrown, kind, detail);
    }

    private static Throwable caused(Throwable thrown, Throwable cause) {
        return thrown.initCause(cause);
    }
}
