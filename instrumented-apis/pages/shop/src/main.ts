import { startTelemetry } from 'shared/src/telemetry/telemetry';
import 'shared/src/styles/page.css';
import './shop.css';
import { createApp } from 'vue';
import App from './App.vue';

startTelemetry('shop-page', 'shop-api');
createApp(App).mount('#app');
