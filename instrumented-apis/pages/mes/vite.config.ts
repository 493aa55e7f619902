import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pageBuild } from '../vite-page.ts';

export default defineConfig(pageBuild('mes', [react()]));
