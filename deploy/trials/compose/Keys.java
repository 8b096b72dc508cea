import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.support.seal.EvaluationKeys;

/** Makes every keyset in a directory, as an operator who adopts a fresh set knowingly. */
class Keys {

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        EvaluationKeys.makeMissing(
                directory,
                List.of("notice-service", "provider-registry", "availability-checker", "metrics-service"));
        Files.delete(directory.resolve("MADE-FOR-EVALUATION"));
    }
}
