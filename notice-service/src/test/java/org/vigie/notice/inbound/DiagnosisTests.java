package org.vigie.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.notice.inbound.Fields.Field;

/** Why a recipient did not get it, in the forms that mail servers are documented to use. */
class DiagnosisTests {

    /** RFC 3463, the codes that differ in what follows; what the refusing server said goes first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            failed    | 5.1.1  |                                                          | HARD_BOUNCE | 5.1.1
            failed    | 5.1.2  |                                                          | HARD_BOUNCE | 5.1.2
            failed    | 5.1.8  | smtp; 550 5.1.8 sender address rejected                  | POLICY      | 5.1.8
            failed    | 5.1.10 | smtp; 556 5.1.10 recipient domain has a null MX          | HARD_BOUNCE | 5.1.10
            failed    | 5.2.1  |                                                          | HARD_BOUNCE | 5.2.1
            failed    | 5.2.2  |                                                          | QUOTA       | 5.2.2
            failed    | 4.2.2  | smtp; 452 4.2.2 over quota                               | QUOTA       | 4.2.2
            failed    | 5.3.4  | smtp; 552 5.3.4 message too big                          | SOFT_BOUNCE | 5.3.4
            failed    | 5.4.4  | X-Postfix; Host or domain name not found. Name service error for name=x.test type=A: Host not found | HARD_BOUNCE | 5.4.4
            failed    | 5.4.6  | X-Postfix; mail for x.test loops back to myself          | SOFT_BOUNCE | 5.4.6
            failed    | 4.4.7  |                                                          | SOFT_BOUNCE | 4.4.7
            failed    | 5.7.1  | smtp; 554 5.7.1 Service unavailable; client host blocked | POLICY      | 5.7.1
            failed    | 5.0.0  | smtp; 550 4.2.2 full                                     | QUOTA       | 4.2.2
            failed    | 5.0.0  | smtp; 450 4.7.1 Greylisted                               | SOFT_BOUNCE | 4.7.1
            failed    | 5.0.0  | smtp; 550 Requested action not taken: mailbox unavailable| HARD_BOUNCE | 550
            failed    | 5.1.1  | smtp; 550 Message refused: spam                          | POLICY      | 550
            failed    | 5.0.0  | smtp; 550 spam                                           | POLICY      | 550
            failed    | 5.0.0  | smtp; 552 x                                              | QUOTA       | 552
            failed    | 5.4.1  | smtp; 550 5.4.1 Recipient address rejected: Access denied. | HARD_BOUNCE | 550
            failed    | 5.5.0  | smtp; 550 5.5.0 Requested action not taken: mailbox does not exist | HARD_BOUNCE | 550
            failed    | 5.3.0  | X-Unix; 67                                               | HARD_BOUNCE | 5.3.0
            failed    | 5.3.0  | X-Unix; 77                                               | POLICY      | 5.3.0
            failed    | 5.3.0  | X-Unix; 75                                               | SOFT_BOUNCE | 5.3.0
            failed    |        |                                                          | SOFT_BOUNCE | ``
            delayed   | 4.4.1  |                                                          | DELAYED     | 4.4.1
            delayed   | 4.4.7  |                                                          | SOFT_BOUNCE | 4.4.7
            relayed (to non-DSN-aware mailer) | 2.1.5 |                                   | RELAYED     | 2.1.5
            Delivered | 2.0.0  |                                                          | DELIVERED   | 2.0.0
            expanded  | 2.0.0  |                                                          | EXPANDED    | 2.0.0
            deliverable | 2.1.5 |                                                         | UNKNOWN     | 2.1.5
            """)
    void isReadFromTheReport(String action, String status, String diagnostic, Fate fate, String code) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("Action", action));
        if (status != null) {
            fields.add(new Field("Status", status));
        }
        if (diagnostic != null) {
            fields.add(new Field("Diagnostic-Code", diagnostic));
        }

        assertThat(Diagnosis.of(new Fields(fields), "")).isEqualTo(new Diagnosis(fate, code == null ? "" : code));
    }

    /** Exim and OpenSMTPD give 5.0.0 and say it in the text; sendmail gives 5.1.1 of what it takes for that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.0.0 | a@x.test\\n    Unrouteable address                                             | HARD_BOUNCE
            5.0.0 | a@x.test\\n    all relevant MX records point to non-existent hosts             | HARD_BOUNCE
            5.0.0 | a@x.test\\n    retry timeout exceeded                                          | SOFT_BOUNCE
            5.0.0 | a@x.test\\n    all hosts for 'x.test' have been failing for a long time        | SOFT_BOUNCE
            5.0.0 | a@x.test\\n    mailbox is full: retry timeout exceeded                         | QUOTA
            5.0.0 | a@x.test\\n    Too many "Received" headers - suspected mail loop               | SOFT_BOUNCE
            5.0.0 | a@x.test                                                                        | SOFT_BOUNCE
            5.0.0 | b@x.test\\n    Unrouteable address\\n  a@x.test\\n    mailbox is full          | QUOTA
            5.0.0 | a@x.test: 550 5.7.1 no mail from you\\nb@x.test: 550 5.1.1 unknown             | POLICY
            5.1.1 | >>> DATA\\n<<< 552 5.2.2 <a@x.test>: full\\n550 5.1.1 <a@x.test>... User unknown | QUOTA
            5.1.1 | >>> DATA\\n<<< 550 <a@x.test>: refused by policy\\n550 5.1.1 <a@x.test>... User unknown | POLICY
            """)
    void isReadFromTheTextWhereTheReportSaysLittle(String status, String text, Fate fate) {
        var group = new Fields(java.util.List.of(
                new Field("Final-Recipient", "rfc822; A@x.test"),
                new Field("Action", "failed"),
                new Field("Status", status)));

        assertThat(Diagnosis.of(group, "failed:\n\n  " + text.replace("\\n", "\n") + "\n")
                        .fate())
                .isEqualTo(fate);
    }

    /** qmail, dma, and others that make no report. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a@x.test>:\\nSorry, no mailbox here by that name. (#5.1.1)                             | HARD_BOUNCE
            <a@x.test>:\\n192.0.2.1 does not like recipient.\\nRemote host said: 550 5.7.1 blocked  | POLICY
            <a@x.test>:\\nSorry, I wasn't able to establish an SMTP connection. (#4.4.1)            | SOFT_BOUNCE
            host said: 552 5.2.2 Mailbox is full                                                     | QUOTA
            did not like our RCPT TO:\\n550 5.1.1 <a@x.test>: unknown                               | HARD_BOUNCE
            Votre message n'a pas pu être remis : utilisateur inconnu                                | HARD_BOUNCE
            Something went wrong                                                                     | SOFT_BOUNCE
            """)
    void isReadFromWordsAlone(String text, Fate fate) {
        assertThat(Diagnosis.ofWords(text.replace("\\n", "\n")).fate()).isEqualTo(fate);
    }
}
