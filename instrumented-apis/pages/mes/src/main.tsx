import { startTelemetry } from 'shared/src/telemetry/telemetry';
import 'shared/src/styles/page.css';
import './mes.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

startTelemetry('mes-page', 'mes-api');

const root = document.getElementById('app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
