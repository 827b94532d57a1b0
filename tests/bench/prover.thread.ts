import './workerScope';
import '../../src/commands/prover.worker';
