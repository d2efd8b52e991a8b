package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(observed).isNotEmpty().allSatisfy(o -> {
            assertThat(o.error()).isNull();
            assertThat(o.instance()).isEqualTo("warm-up");
            assertThat(o.cookies().sent()).isEqualTo(o.isAssignment() ? List.of() : List.of("warm"));
        });
    }
}
