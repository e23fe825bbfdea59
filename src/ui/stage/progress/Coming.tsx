import type { GenerationRequest } from '../../../generation/request.ts';
import './coming.css';

interface ComingProps {
  request?: GenerationRequest;
}

/** A shimmering area in the shape of the picture to come. */
export function Coming({ request: { width = 1, height = 1 } = { prompt: '', style: 'none' } }: ComingProps) {
  return (
    <div class="coming" aria-hidden="true">
      <div class="shimmer" style={{ '--ratio': `${width / height}` }} />
    </div>
  );
}
