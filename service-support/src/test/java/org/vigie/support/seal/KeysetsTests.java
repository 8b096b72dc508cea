package org.vigie.support.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.SealedUrl;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;

class KeysetsTests {

    private static final String URL = "http://127.9.0.1:8099/a";

    @TempDir
    private Path directory;

    private Keysets keysets;

    @BeforeEach
    void makeKeysets() {
        EvaluationKeys.makeMissing(directory, List.of("notice-service", "provider-registry"));
        keysets = new Keysets(directory);
    }

    @Test
    void opensWhatItSealedForTheSameRecord() {
        var sealed = keysets.location().seal(URL, "case-1");

        assertThat(keysets.location().open(sealed, "case-1")).isEqualTo(URL);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(keysets.location().seal(URL, "case-1"))
                .isNotEqualTo(keysets.location().seal(URL, "case-1"));
    }

    @Test
    void refusesWhatWasSealedForAnotherRecord() {
        var sealed = keysets.location().seal(URL, "case-1");

        assertThatThrownBy(() -> keysets.location().open(sealed, "case-2")).isInstanceOf(SealBroken.class);
    }

    @Test
    void refusesWhatWasSealedWithAnotherKeyset() {
        var sealed = keysets.store("notice-service").seal(URL, "report-1");

        assertThatThrownBy(() -> keysets.store("provider-registry").open(sealed, "report-1"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void refusesChangedBytesWithoutRepeatingThem() {
        var notBase64 = new SealedUrl("location-1", "http://127.9.0.1/plain");

        assertThatThrownBy(() -> keysets.location().open(notBase64, "case-1"))
                .isInstanceOf(SealBroken.class)
                .hasMessageNotContaining("127.9.0.1");
    }

    @Test
    void aProducerSealsAndOnlyTheOtherHalfOpens() {
        var sealed = keysets.inboundSeal().seal(URL, "detection-1");

        assertThat(keysets.inboundOpener().open(sealed, "detection-1")).isEqualTo(URL);
        assertThatThrownBy(() -> keysets.inboundOpener().open(sealed, "detection-2"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void tokensAreEqualForEqualValuesOfOneDomainOnly() {
        var index = keysets.index();

        assertThat(index.token("url", URL))
                .hasSize(64)
                .isEqualTo(new Keysets(directory).index().token("url", URL))
                .isNotEqualTo(index.token("host", URL));
    }

    @Test
    void theKeyIdNamesTheKeyAndTheTextHidesTheCiphertext() {
        var sealed = keysets.location().seal(URL, "case-1");

        assertThat(sealed.keyId()).matches("location-\\d+");
        assertThat(sealed.toString()).doesNotContain(sealed.ciphertext());
    }

    @Test
    void makingWhatIsThereChangesNothing() throws IOException {
        var before = Files.readString(directory.resolve("location.json"));

        EvaluationKeys.makeMissing(directory, List.of("notice-service"));

        assertThat(directory.resolve("location.json")).hasContent(before);
        assertThat(EvaluationKeys.madeHere(directory)).isTrue();
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsNamedItselfAndNotTheKeysInIt(@TempDir Path other) throws IOException {
        var noDirectory = Files.writeString(other.resolve("file"), "").resolve("data");
        var settings = new VigieSettings(Mode.EVALUATION, noDirectory, null, 1, null, List.of(), List.of());

        assertThatThrownBy(() -> new SealConfiguration().keysets(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("VIGIE_DATA: ");
    }

    @Test
    void aMissingKeysetNamesTheSetting() {
        var production = new Keysets(directory.resolve("nothing"));

        assertThatThrownBy(production::location).hasMessageStartingWith("VIGIE_KEYS: keyset location is missing");
    }

    @Test
    void onlyTheOwnerMayReadAKeyset() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory.resolve("location.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aMissingKeysetIsNamed() {
        assertThatThrownBy(() -> new Keysets(directory.resolve("elsewhere")).location())
                .hasMessageContaining("location");
    }
}
