package dev.stickcheck.simulations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.stickcheck.model.ErrorKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Learns why a request has no answer, which Gatling tells its log alone.
///
/// Where it should ever write it otherwise, the request still counts as failed, only less exactly.
final class Failures extends AppenderBase<ILoggingEvent> {
    private static final String REQUESTS = "io.gatling.http.engine.GatlingHttpListener";
    private static final String EVERYTHING = "io.gatling";
    private static final Pattern USER = Pattern.compile(".* failed for user (\\d{1,18})", Pattern.DOTALL);

    /// What a function of the journey throws; an attribute that a failed request has left unset is none of it.
    private static final Pattern THROWN =
            Pattern.compile(".*(crashed with '|failed to execute: )\\S*(Exception|Error)\\b.*", Pattern.DOTALL);

    private final Run run;

    private Failures(Run run) {
        this.run = run;
    }

    static void listen(Run run) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            // Left to its default it would write down every step.
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
            Failures failures = new Failures(run);
            failures.setContext(context);
            failures.start();
            Logger requests = context.getLogger(REQUESTS);
            requests.setLevel(Level.DEBUG);
            requests.setAdditive(false);
            requests.addAppender(failures);
            context.getLogger(EVERYTHING).addAppender(failures);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLoggerName().startsWith(REQUESTS)) {
            requestFailed(event);
        } else if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            // Only what the journey itself does can crash an action.
            journeyThrew(event);
        }
    }

    private void requestFailed(ILoggingEvent event) {
        Matcher user = USER.matcher(event.getFormattedMessage());
        Visit visit = user.matches() ? run.visit(Long.parseLong(user.group(1))) : null;
        if (visit != null) {
            visit.failed(kind(event.getThrowableProxy()), System.nanoTime());
        }
    }

    private void journeyThrew(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        if (THROWN.matcher(message).matches()) {
            run.journeyFailed("--journey " + run.instructions.journey() + " threw: " + message);
        }
    }

    private static ErrorKind kind(@Nullable IThrowableProxy thrown) {
        ErrorKind kind = ErrorKind.CONNECTION_FAILED;
        for (IThrowableProxy cause = thrown; cause != null; cause = cause.getCause()) {
            ErrorKind known = known(cause.getClassName(), String.valueOf(cause.getMessage()));
            if (known != null) {
                kind = known;
            }
        }
        return kind;
    }

    private static @Nullable ErrorKind known(String type, String message) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        if (name.contains("SSL") || name.contains("Ssl") || type.startsWith("java.security.cert")) {
            return ErrorKind.TLS;
        }
        return switch (name) {
            case "UnknownHostException" -> ErrorKind.UNRESOLVED_HOST;
            case "ConnectTimeoutException" -> ErrorKind.CONNECT_TIMEOUT;
            case "RequestTimeoutException" -> ErrorKind.ANSWER_TIMEOUT;
            case "PrematureCloseException", "ClosedChannelException" -> ErrorKind.CONNECTION_CLOSED;
            case "ConnectException", "AnnotatedConnectException" ->
                message.contains("refused") ? ErrorKind.CONNECTION_REFUSED : ErrorKind.CONNECTION_FAILED;
            case "DecoderException",
                    "PrematureChannelClosureException",
                    "TooLongHttpLineException",
                    "TooLongHttpHeaderException",
                    "TooLongFrameException" -> ErrorKind.PROTOCOL;
            default -> null;
        };
    }
}
