package org.vigie.support.setup;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What each principal may do on a Kafka, by the lines of acls.csv. */
final class Rights {

    /** Not a service: reads nothing, looks for nothing. */
    private static final String PRODUCERS = "producers";

    private Rights() {}

    /**
     * One for each thing that a principal may do with one topic or with its group; what is not among them is refused.
     */
    static Set<AclBinding> of(Collection<AclRow> rows) {
        var rights = new HashSet<AclBinding>();
        for (var row : rows) {
            rights.add(topic(row, row.topic(), row.operation()));
            rights.add(topic(row, row.topic(), AclOperation.DESCRIBE));
            if (row.principal().equals(PRODUCERS)) {
                continue;
            }
            // Every service looks at its start whether a topic is missing, and asks for the sizes of dead-letter
            // topics.
            rows.forEach(any -> rights.add(topic(row, any.topic(), AclOperation.DESCRIBE)));
            rights.add(right(row, ResourceType.GROUP, row.principal(), AclOperation.READ));
            rights.add(right(row, ResourceType.GROUP, row.principal(), AclOperation.DESCRIBE));
        }
        return rights;
    }

    private static AclBinding topic(AclRow row, String topic, AclOperation operation) {
        return right(row, ResourceType.TOPIC, topic, operation);
    }

    private static AclBinding right(AclRow row, ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + row.principal(), "*", operation, AclPermissionType.ALLOW));
    }

    /** A line of acls.csv. */
    record AclRow(String principal, AclOperation operation, String topic) {

        static AclRow read(String line) {
            var parts = line.split(",", -1);
            return new AclRow(parts[0], AclOperation.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
        }
    }
}
