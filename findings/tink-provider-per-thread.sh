#!/usr/bin/env bash
# Tink 1.24.0 and Conscrypt 2.9.0 (tink, conscrypt-openjdk-uber; Maven Central), on a JDK 25.
# Guessed: a primitive of Tink costs the same on whatever thread it is used.
# Seen: where Conscrypt is on the class path and no registered provider, Tink makes a whole Conscrypt provider for the
# random numbers of each thread that encrypts, some 400 kB and a millisecond of a cold JVM. With a thread for each piece of
# work that is once for each ciphertext. Registering it, behind all others, ends it.
# Needs a JDK and Maven Central. Run outside CI; fails if what is described here has changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
central=https://repo.maven.apache.org/maven2
curl -sfO "$central/com/google/crypto/tink/tink/1.24.0/tink-1.24.0.jar"
curl -sfO "$central/com/google/protobuf/protobuf-java/4.35.1/protobuf-java-4.35.1.jar"
curl -sfO "$central/com/google/code/gson/gson/2.13.2/gson-2.13.2.jar"
curl -sfO "$central/org/conscrypt/conscrypt-openjdk-uber/2.9.0/conscrypt-openjdk-uber-2.9.0.jar"

cat > Threads.java <<'JAVA'
import com.google.crypto.tink.*;
import com.google.crypto.tink.aead.*;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.Security;
import org.conscrypt.Conscrypt;

class Threads {
    static long allocated(Aead aead) throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var allocated = new long[1];
        var thread = Thread.ofPlatform().start(() -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                aead.encrypt(new byte[100], new byte[10]);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            allocated[0] = threads.getCurrentThreadAllocatedBytes() - before;
        });
        thread.join();
        return allocated[0];
    }

    public static void main(String[] arguments) throws Exception {
        AeadConfig.register();
        var aead = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        allocated(aead);
        System.out.println("not registered: " + (allocated(aead) > 200_000 ? "a provider" : "no provider"));
        Security.addProvider(Conscrypt.newProvider());
        allocated(aead);
        System.out.println("registered: " + (allocated(aead) > 200_000 ? "a provider" : "no provider"));
    }
}
JAVA
java --enable-native-access=ALL-UNNAMED -cp "$(echo ./*.jar | tr ' ' ':')" Threads.java 2> /dev/null | tee seen
diff seen - <<'SEEN'
not registered: a provider
registered: no provider
SEEN
