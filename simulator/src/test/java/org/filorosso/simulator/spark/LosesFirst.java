package org.filorosso.simulator.spark;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/** Does the work, and then loses what came of it, as an executor that dies with its task; the last attempts succeed. */
record LosesFirst(Function<byte[], byte[]> work) implements Function<byte[], byte[]> {

    /** Attempts of every block that are lost. Executors of these tests live in this process. */
    static final AtomicInteger LOST = new AtomicInteger(1);

    @Override
    public byte[] call(byte[] block) throws Exception {
        byte[] answer = work.call(block);
        if (TaskContext.get().attemptNumber() < LOST.get()) {
            throw new IllegalStateException("the executor is gone");
        }
        return answer;
    }
}
