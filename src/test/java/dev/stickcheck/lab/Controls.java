package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// Orders faults of a lab by hand.
record Controls(Lab lab, Visitor visitor) {
    /// Gives an order such as `instance-1/kill`, which must be carried out.
    void order(String order) throws Exception {
        HttpResponse<String> answer = post(order);
        assertThat(answer.statusCode()).as(order + ": " + answer.body()).isEqualTo(200);
    }

    HttpResponse<String> post(String order) throws Exception {
        return visitor.send(Visitor.request(lab.control().orElseThrow().resolve("/instances/" + order))
                .POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> get(String path) throws Exception {
        return visitor.get(lab.control().orElseThrow().resolve(path), "");
    }
}
