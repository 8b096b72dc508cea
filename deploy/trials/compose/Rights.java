import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Asks a broker, as each principal, what it may do with each topic, and compares that with acls.csv. */
class Rights {

    /** usage: Rights BROKER acls.csv, and on the command line -Dpassword.PRINCIPAL for each and for admin */
    public static void main(String[] arguments) throws Exception {
        var documented = new TreeSet<String>();
        var principals = new TreeSet<String>();
        for (var row : Files.readAllLines(Path.of(arguments[1])).stream().skip(1).toList()) {
            documented.add(row);
            principals.add(row.split(",")[0]);
        }
        Set<String> topics;
        try (var admin = Admin.create(client(arguments[0], "admin"))) {
            topics = admin.listTopics().names().get();
        }
        var granted = new TreeSet<String>();
        for (var principal : principals) {
            try (var admin = Admin.create(client(arguments[0], principal))) {
                for (var topic : topics) {
                    granted.addAll(rights(admin, principal, topic));
                }
            }
        }
        var refused = writeIsRefused(arguments[0], "metrics-service", "cases.v1");
        System.out.println(granted.size() + " rights of " + principals.size() + " principals on " + topics.size()
                + " topics: " + (granted.equals(documented) ? "as documented" : "NOT as documented"));
        System.out.println("a forged case of metrics-service is " + (refused ? "refused" : "TAKEN"));
        var notMade = makingIsRefused(arguments[0], "notice-service");
        System.out.println("a topic made by notice-service is " + (notMade ? "refused" : "THERE"));
        System.exit(granted.equals(documented) && refused && notMade ? 0 : 1);
    }

    private static Set<String> rights(Admin admin, String principal, String topic) throws InterruptedException {
        var found = new TreeSet<String>();
        try {
            var described = admin.describeTopics(
                            Set.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .allTopicNames()
                    .get()
                    .get(topic);
            for (var right : new AclOperation[] {AclOperation.READ, AclOperation.WRITE}) {
                if (described.authorizedOperations().contains(right)) {
                    found.add(principal + "," + right.name().toLowerCase() + "," + topic);
                }
            }
            return found;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                return found;
            }
            throw new IllegalStateException(e);
        }
    }

    private static boolean writeIsRefused(String broker, String principal, String topic) throws InterruptedException {
        var text = new StringSerializer();
        try (var producer = new KafkaProducer<>(client(broker, principal), text, text)) {
            producer.send(new ProducerRecord<>(topic, "forged", "{}")).get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TopicAuthorizationException;
        }
    }

    private static boolean makingIsRefused(String broker, String principal) throws InterruptedException {
        try (var admin = Admin.create(client(broker, principal))) {
            admin.createTopics(Set.of(new NewTopic("stranger.v1", 1, (short) 1))).all().get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof AuthorizationException;
        }
    }

    private static Map<String, Object> client(String broker, String principal) {
        var client = new HashMap<String, Object>();
        client.put("bootstrap.servers", broker);
        client.put("security.protocol", "SASL_PLAINTEXT");
        client.put("sasl.mechanism", "PLAIN");
        client.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(principal, System.getProperty("password." + principal)));
        return client;
    }
}
