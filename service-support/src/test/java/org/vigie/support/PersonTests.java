package org.vigie.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Anna                | anna                  | true
            Anna                | Zoë                   | false
            Anna <https://i 1>  | Anna <https://i 1>    | true
            Anna <https://i 1>  | Married <https://i 1> | true
            Anna <https://i 1>  | Anna <https://i 2>    | false
            Anna <https://i 1>  | Anna <https://j 1>    | false
            Anna <https://i a>  | Anna <https://i A>    | false
            Anna                | Anna <https://i 1>    | true
            Zoë                 | Anna <https://i 1>    | false
            A <b@c.example>     | a <B@c.example>       | true
            """)
    void twoPrincipalsAreTwoPeopleWhateverTheirNames(String one, String other, boolean same) {
        assertThat(Person.same(one, other)).isEqualTo(same);
        assertThat(Person.same(other, one)).isEqualTo(same);
    }
}
