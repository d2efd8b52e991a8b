package dev.stickcheck.lab;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.VertxBootstrap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A Vert.x that starts fast, stays silent and owns one event loop.
///
/// One loop carries the balancer and the instances: on two cores that were also the client's it answered more requests
/// a second than two loops did, and every decision is made on one thread.
final class EmbeddedVertx {
    /// Kept here because the JDK forgets a logger that nobody holds, and its level with it.
    private static final List<Logger> SILENT = List.of(Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"));

    private static final int LONGEST_LINE = 16 * 1024;

    private EmbeddedVertx() {}

    /// Through the bootstrap that `Vertx.vertx` itself uses: the public way looks every native transport up first, and
    /// loads the one that another library has put on the class path.
    static Vertx start() {
        quieten();
        unlessSet("vertx.disableDnsResolver", "true");
        unlessSet("io.netty.jfr.enabled", "false");
        return VertxBootstrap.create().options(options()).init().vertx();
    }

    private static VertxOptions options() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS)
                .setBlockedThreadCheckInterval(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    /// What both the balancer and the instances listen with.
    static HttpServerOptions server() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                // Who is killed does not wait for the other side to say goodbye.
                .setWebSocketClosingTimeout(0)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(2 * LONGEST_LINE);
    }

    /// Without this both would log to whatever SLF4J binding is on the class path, and debug lines to stdout.
    private static void quieten() {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
        System.setProperty("vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.JULLogDelegateFactory");
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
