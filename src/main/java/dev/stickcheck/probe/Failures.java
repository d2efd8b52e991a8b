package dev.stickcheck.probe;

import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Text;
import dev.stickcheck.probe.Transport.Reply;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Names a failure of the HTTP client in the terms of an operator.
final class Failures {
    private static final int DEEPEST = 20;

    private Failures() {}

    static Reply.Failure of(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .dropWhile(cause -> cause instanceof CompletionException && cause.getCause() != null)
                .toList();
        ErrorKind kind = causes.stream()
                .map(Failures::byType)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        ErrorKind named = kind == null ? byWords(causes) : kind;
        return new Reply.Failure(named, detail(named, causes));
    }

    private static @Nullable ErrorKind byType(Throwable cause) {
        return switch (cause) {
            case UnresolvedAddressException e -> ErrorKind.UNRESOLVED_HOST;
            case UnknownHostException e -> ErrorKind.UNRESOLVED_HOST;
            case SSLException e -> ErrorKind.TLS;
            case HttpConnectTimeoutException e -> ErrorKind.CONNECT_TIMEOUT;
            case HttpTimeoutException e -> ErrorKind.ANSWER_TIMEOUT;
            case ProtocolException e -> ErrorKind.PROTOCOL;
            case IllegalArgumentException e -> ErrorKind.PROTOCOL;
            case EOFException e -> ErrorKind.CONNECTION_CLOSED;
            default -> null;
        };
    }

    // The client tells these apart by message only.
    private static ErrorKind byWords(List<Throwable> causes) {
        String text = causes.stream()
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        if (Stream.of("reset", "eof", "closed", "fixed content-length", "broken pipe")
                .anyMatch(text::contains)) {
            return ErrorKind.CONNECTION_CLOSED;
        }
        if (Stream.of("status line", "header", "chunk", "invalid").anyMatch(text::contains)) {
            return ErrorKind.PROTOCOL;
        }
        Throwable first = causes.getFirst();
        boolean refused = first instanceof ConnectException
                && (text.contains("refused") || first.getCause() instanceof ClosedChannelException);
        return refused ? ErrorKind.CONNECTION_REFUSED : ErrorKind.CONNECTION_FAILED;
    }

    private static String detail(ErrorKind kind, List<Throwable> causes) {
        String what = kind.label().replace('-', ' ');
        if (kind == ErrorKind.PROTOCOL && isRefusalToWrite(causes.getFirst())) {
            // The message repeats the value that the client does not take, which may be a credential.
            return what + ": the client refuses to write the request";
        }
        String message = causes.stream()
                .map(Throwable::getMessage)
                .filter(words -> words != null && !words.isBlank())
                .reduce("", (outer, inner) -> inner);
        return message.isEmpty() ? what : what + ": " + Text.inert(message, 200);
    }

    private static boolean isRefusalToWrite(Throwable thrown) {
        return thrown instanceof IllegalArgumentException && !(thrown instanceof NumberFormatException);
    }
}
