import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { pageBuild } from '../vite-page.ts';

export default defineConfig(pageBuild('crm', [vue()]));
