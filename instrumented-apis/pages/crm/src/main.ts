import { startTelemetry } from 'shared/src/telemetry/telemetry';
import 'shared/src/styles/page.css';
import './crm.css';
import { createApp } from 'vue';
import App from './App.vue';

startTelemetry('crm-page', 'crm-api');
createApp(App).mount('#app');
