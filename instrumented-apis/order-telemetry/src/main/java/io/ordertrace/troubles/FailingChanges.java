package io.ordertrace.troubles;

import io.ordertrace.telemetry.StatusChange;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Throws inside the transaction of a change, after its last statement; the change is rolled back. */
final class FailingChanges implements TransactionExecutionListener {

    private final Troubles troubles;

    FailingChanges(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (troubles.isOn(Trouble.ERROR) && StatusChange.isRunning()) {
            throw new FailedAtWill();
        }
    }
}
