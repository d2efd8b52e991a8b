package dev.stickcheck.probe;

import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Text;
import dev.stickcheck.probe.Transport.Reply;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/// Names a failure of the HTTP client in the terms of an operator.
final class Failures {
    private Failures() {}

    static Reply.Failure of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        ErrorKind kind = kind(cause);
        return new Reply.Failure(kind, detail(kind, cause));
    }

    private static ErrorKind kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnresolvedAddressException e -> {
                    return ErrorKind.UNRESOLVED_HOST;
                }
                case UnknownHostException e -> {
                    return ErrorKind.UNRESOLVED_HOST;
                }
                case SSLException e -> {
                    return ErrorKind.TLS;
                }
                case HttpConnectTimeoutException e -> {
                    return ErrorKind.CONNECT_TIMEOUT;
                }
                case HttpTimeoutException e -> {
                    return ErrorKind.ANSWER_TIMEOUT;
                }
                case ProtocolException e -> {
                    return ErrorKind.PROTOCOL;
                }
                default -> {}
            }
        }
        return byWords(failure);
    }

    // The client tells these apart by message only.
    private static ErrorKind byWords(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            words.append(cause.getMessage()).append(' ');
        }
        String text = words.toString().toLowerCase(Locale.ROOT);
        if (text.contains("status line")
                || text.contains("header")
                || text.contains("chunk")
                || text.contains("invalid")) {
            return ErrorKind.PROTOCOL;
        }
        if (text.contains("reset")
                || text.contains("eof")
                || text.contains("closed")
                || text.contains("fixed content-length")
                || text.contains("received no bytes")
                || text.contains("broken pipe")) {
            return ErrorKind.CONNECTION_CLOSED;
        }
        boolean refused = failure instanceof ConnectException
                && (text.contains("refused") || failure.getCause() instanceof java.nio.channels.ClosedChannelException);
        return refused ? ErrorKind.CONNECTION_REFUSED : ErrorKind.CONNECTION_FAILED;
    }

    private static String detail(ErrorKind kind, Throwable failure) {
        String message = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                message = cause.getMessage();
            }
        }
        String what = kind.label().replace('-', ' ');
        return message == null ? what : what + ": " + Text.inert(message, 200);
    }
}
