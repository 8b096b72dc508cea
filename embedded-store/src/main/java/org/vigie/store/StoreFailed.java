package org.vigie.store;

import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** The file system or RocksDB did not do what was asked. Asking again helps once the cause is gone. */
public final class StoreFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean diskFull;

    StoreFailed(RocksDBException cause) {
        super(String.valueOf(cause.getMessage()), cause);
        var status = cause.getStatus();
        this.diskFull = (status != null && status.getSubCode() == Status.SubCode.NoSpace)
                || String.valueOf(cause.getMessage()).contains("No space left");
    }

    /** Whether the disk, or the quota on it, has no room left. */
    public boolean diskFull() {
        return diskFull;
    }
}
