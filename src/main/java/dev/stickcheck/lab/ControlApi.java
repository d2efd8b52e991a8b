package dev.stickcheck.lab;

import dev.stickcheck.model.Text;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// Faults by hand: `POST /instances/instance-2/kill` and the like, `GET /instances`, `GET /faults`.
///
/// It listens on loopback only, and answers no page that a browser shows: those name their origin, and a name that was
/// made to resolve to loopback is not a loopback name.
final class ControlApi implements Handler<HttpServerRequest> {
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final String USAGE = "there are GET /instances, GET /faults and POST /instances/NAME/ORDER";

    private final Fleet fleet;
    private final FaultLog log;

    ControlApi(Fleet fleet, FaultLog log) {
        this.fleet = fleet;
        this.log = log;
    }

    Future<HttpServer> listen(Vertx vertx, InetSocketAddress at) {
        return vertx.createHttpServer(EmbeddedVertx.server())
                .requestHandler(this)
                .listen(at.getPort(), at.getAddress().getHostAddress());
    }

    @Override
    public void handle(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        if (asked == null
                || !LOOPBACK_NAMES.contains(asked.host())
                || request.headers().contains(HttpHeaders.ORIGIN)) {
            refuse(request, 403, "faults are ordered from this machine, and not by a web page");
            return;
        }
        String path = request.path() == null ? "" : request.path();
        switch (path) {
            case "/instances" -> read(request, instances().encode());
            case "/faults" -> read(request, faults().encode());
            default -> order(request, path.split("/", -1));
        }
    }

    private static void read(HttpServerRequest request, String json) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            answer(request, 200, json);
        } else {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            refuse(request, 405, "this can only be read, with GET");
        }
    }

    private void order(HttpServerRequest request, String[] parts) {
        if (parts.length != 4 || !parts[0].isEmpty() || !parts[1].equals("instances")) {
            refuse(request, 404, USAGE);
            return;
        }
        int instance = fleet.table().named(parts[2]);
        if (instance < 0) {
            refuse(
                    request,
                    404,
                    NearestNames.explain("instance", parts[2], fleet.table().names()));
            return;
        }
        Order.Kind kind = Order.Kind.named(parts[3]);
        if (kind == null) {
            refuse(request, 404, NearestNames.explain("order", parts[3], Order.Kind.names()));
        } else if (!request.method().equals(HttpMethod.POST)) {
            request.response().putHeader(HttpHeaders.ALLOW, "POST");
            refuse(request, 405, "an order is given with POST");
        } else {
            carryOut(request, instance, kind);
        }
    }

    private void carryOut(HttpServerRequest request, int instance, Order.Kind kind) {
        Duration by;
        try {
            String given = request.getParam("by");
            by = kind != Order.Kind.SLOW ? Duration.ZERO : given == null ? Order.USUAL_DELAY : Order.delay(given);
        } catch (LabProblem problem) {
            refuse(request, 400, String.valueOf(problem.getMessage()));
            return;
        } catch (IllegalArgumentException e) {
            refuse(request, 400, "the query cannot be read");
            return;
        }
        fleet.carryOut(new Order(instance, kind, by), "by hand")
                .onComplete(
                        done -> answer(request, 200, instance(instance).encode()),
                        failed -> refuse(request, 409, String.valueOf(failed.getMessage())));
    }

    private JsonArray instances() {
        JsonArray all = new JsonArray();
        for (int i = 0; i < fleet.table().size(); i++) {
            all.add(instance(i));
        }
        return all;
    }

    private JsonObject instance(int index) {
        Peer peer = fleet.table().peer(index);
        InetSocketAddress address = fleet.address(index);
        return new JsonObject()
                .put("id", peer.name())
                .put("health", peer.health().name().toLowerCase(Locale.ROOT))
                .put("ailment", fleet.ailment(index).word())
                .put("weight", peer.weight())
                .put("address", address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    private JsonArray faults() {
        JsonArray all = new JsonArray();
        for (Fault fault : log.all()) {
            all.add(new JsonObject()
                    .put("time", fault.at().toString())
                    .put("instance", fault.instance())
                    .put("fault", fault.kind())
                    .put("detail", fault.detail()));
        }
        return all;
    }

    private static void refuse(HttpServerRequest request, int status, String why) {
        answer(
                request,
                status,
                new JsonObject().put("error", Text.inert(why, 300)).encode());
    }

    private static void answer(HttpServerRequest request, int status, String json) {
        if (!request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(json + "\n");
        }
    }
}
