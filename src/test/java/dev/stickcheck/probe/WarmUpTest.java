package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WarmUpTest {

    @Test
    void measuresAServerOfItsOwnWithSessionsThatKeepTheirCookie() {
        List<Observation> observed = new ArrayList<>();

        WarmUp.run(observed::add);

        assertThat(observed).hasSizeLessThanOrEqualTo(400);
        // The very first request of a busy machine may be too late for it.
        assertThat(observed).isNotEmpty().allSatisfy(o -> {
            assertThat(o.error()).isIn(null, ErrorKind.ANSWER_TIMEOUT, ErrorKind.CONNECT_TIMEOUT);
            assertThat(o.instance()).isIn("warm-up", null);
            assertThat(o.cookies().sent()).isSubsetOf("warm");
        });
    }
}
