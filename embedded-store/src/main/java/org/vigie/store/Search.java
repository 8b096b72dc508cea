package org.vigie.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.vigie.store.Documents.Found;

/** Answers queries of one collection, by an index where one helps. */
final class Search {

    private final Documents documents;
    private final Tables tables;
    private final byte[] prefix;
    private final Consumer<Document> allRead;

    /** @param allRead told of each query that no index helps */
    Search(Documents documents, Tables tables, byte[] prefix, Consumer<Document> allRead) {
        this.documents = documents;
        this.tables = tables;
        this.prefix = prefix;
        this.allRead = allRead;
    }

    /** How many documents match, if an index alone can tell. */
    OptionalLong count(Document query, List<Plan.Indexed> indexes) {
        var plan = Plan.of(query, null, indexes).filter(Plan::exact);
        return plan.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(streamed(scan(plan.get())).count());
    }

    Found find(Document query, @Nullable Document sort, List<Plan.Indexed> indexes) {
        var id = query.get("_id");
        if (id != null
                && Keys.isExact(id)
                && indexes.stream().anyMatch(one -> one.index().isOfIds())) {
            return new Found(Stream.ofNullable(documents.get(Keys.of(id))), true);
        }
        var plan = Plan.of(query, sort, indexes);
        if (plan.isPresent()) {
            return new Found(found(plan.get(), indexes), plan.get().order() != 0);
        }
        if (query.get("$or") instanceof Collection<?> any) {
            var plans = any.stream()
                    .map(each -> Plan.of((Document) each, null, indexes))
                    .toList();
            if (plans.stream().allMatch(Optional::isPresent)) {
                return new Found(
                        distinct(plans.stream().map(Optional::orElseThrow).flatMap(this::ids)), false);
            }
        }
        allRead.accept(query);
        return new Found(documents.all().map(Documents.Kept::document), false);
    }

    private Stream<Document> found(Plan plan, List<Plan.Indexed> indexes) {
        if (plan.index().isOfIds()) {
            return streamed(scan(plan)).map(entry -> Documents.decoded(entry.value()));
        }
        return indexes.contains(new Plan.Indexed(plan.index(), true))
                ? distinct(ids(plan))
                : ids(plan).map(documents::get).filter(Objects::nonNull);
    }

    private Stream<byte[]> ids(Plan plan) {
        return streamed(scan(plan))
                .map(entry -> plan.index().isOfIds()
                        ? Arrays.copyOfRange(entry.key(), prefix.length, entry.key().length)
                        : entry.value());
    }

    private Stream<Document> distinct(Stream<byte[]> ids) {
        var before = new HashSet<ByteBuffer>();
        return ids.filter(id -> before.add(ByteBuffer.wrap(id)))
                .map(documents::get)
                .filter(Objects::nonNull);
    }

    private Scan scan(Plan plan) {
        var table = plan.index().isOfIds()
                ? prefix
                : Tables.prefix(
                        Objects.requireNonNull(tables.number(plan.index().table())));
        return new Scan(
                tables, plan.intervals().stream().map(each -> each.after(table)).toList(), plan.order() < 0);
    }

    static Stream<Tables.Entry> streamed(Scan scan) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(scan, Spliterator.ORDERED), false);
    }
}
