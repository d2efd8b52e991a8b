package dev.stickcheck.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {
    private static Told told(String name, String value) {
        HttpHeaders headers = new DefaultHttpHeaders().set(name, value);
        return Told.of(headers, 200, Set.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
                    X-Cache       | HIT                          | true
                    X-Cache       | MISS                         | false
                    X-Cache       | Hit from cloudfront          | true
                    X-Cache       | perhaps                      | null
                    Server-Timing | db;dur=12.3, cache;desc=hit  | true
                    Server-Timing | cache;desc="miss";dur=0.1    | false
                    Server-Timing | db;dur=12.3                  | null
                    Server-Timing | cache                        | null
                    """)
    void readsWhetherACacheServed(String name, String value, Boolean hit) {
        assertThat(told(name, value).cacheHit()).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            4, 4
            0, 0
            -1, null
            many, null
            99999999999, null
            """)
    void readsDatabaseQueries(String value, Integer queries) {
        assertThat(told("X-DB-Queries", value).queries()).isEqualTo(queries);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "false, false", "0, false"})
    void readsWhetherTheSessionIsLost(String value, boolean lost) {
        assertThat(told("X-Session-Lost", value).lost()).isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"410, true", "404, false"})
    void takesTheStatusesThatAJourneyDeclares(int status, boolean lost) {
        assertThat(Told.of(new DefaultHttpHeaders(), status, Set.of(410)).lost())
                .isEqualTo(lost);
    }
}
