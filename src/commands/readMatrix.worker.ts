import { matrixSession } from './matrixSession';
import type { MatrixRequest } from './matrixSession';

const answer = matrixSession((message) => postMessage(message));

onmessage = ({ data }: MessageEvent<MatrixRequest>) => void answer(data);
