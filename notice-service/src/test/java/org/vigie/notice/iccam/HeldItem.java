package org.vigie.notice.iccam;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An item, and what it was told of it, in its order. */
public final class HeldItem {

    static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() >>> 12);

    public final long contentId = NUMBERS.incrementAndGet();
    public final List<JsonNode> told = new CopyOnWriteArrayList<>();
    final long reportId;
    public final String url;
    final boolean source;
    volatile String country = "NL";
    volatile @Nullable String assessment;
    final List<Integer> actions = new CopyOnWriteArrayList<>();
    volatile @Nullable String reference;
    private final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();

    HeldItem(long reportId, String url, boolean source) {
        this.reportId = reportId;
        this.url = url;
        this.source = source;
    }

    public long reportId() {
        return reportId;
    }

    public @Nullable String reference() {
        return reference;
    }

    /** ICCAM has no reference of it. */
    public void forgotten() {
        reference = null;
    }

    public List<Integer> actions() {
        return List.copyOf(actions);
    }

    /** Something else happens once it has been read, and before it takes what it is told. */
    public void meanwhile(Runnable other) {
        meanwhile.set(other);
    }

    void take(JsonNode body, boolean isAssessment) {
        var other = meanwhile.getAndSet(null);
        if (other != null) {
            other.run();
        }
        told.add(body);
        if (isAssessment) {
            assessed(
                    body.get("classification").asInt(),
                    body.get("ageCategorization").asInt());
        } else {
            acted(body.get("actionType").asInt());
        }
    }

    public HeldItem assessed(int classification, int age) {
        assessment = IccamServer.recording("assessment").formatted(classification, age);
        return this;
    }

    public HeldItem assignedTo(String other) {
        country = other;
        return this;
    }

    /** Another hotline, or a person, did it there. */
    public HeldItem acted(int type) {
        actions.add(type);
        return this;
    }
}
