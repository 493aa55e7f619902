// What Maven runs: `node maven.mjs build` and `node maven.mjs test`. Does nothing if nothing has changed since it last
// succeeded, so that a build of the whole project does not wait for the pages.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TASKS = { build: ['build'], test: ['check', 'test'] };
const FOLDERS_OF_OTHERS = ['node_modules', 'target'];

requireNode(20, 19);
process.chdir(import.meta.dirname);
const task = process.argv[2];
const stamp = join('target', `${task}.stamp`);
const sources = hash(files('.'));
if (read(stamp) !== sources) {
  install();
  TASKS[task].forEach((script) => npm('run', script));
  mkdirSync('target', { recursive: true });
  writeFileSync(stamp, sources);
}

function install() {
  const installed = join('node_modules', '.lock.stamp');
  const lock = hash(['package-lock.json', '.npmrc']);
  if (read(installed) !== lock) {
    npm('ci', '--prefer-offline');
    writeFileSync(installed, lock);
  }
}

function npm(...args) {
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', args, { stdio: 'inherit', shell: windows });
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !FOLDERS_OF_OTHERS.includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function hash(paths) {
  const digest = createHash('sha256');
  paths.forEach((path) => digest.update(`${path}\0`).update(readFileSync(path)).update('\0'));
  return digest.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function requireNode(major, minor) {
  const [actualMajor, actualMinor] = process.versions.node.split('.').map(Number);
  if (actualMajor < major || (actualMajor === major && actualMinor < minor)) {
    console.error(`Node ${major}.${minor} or newer is needed to build the pages; this is ${process.version}.`);
    process.exit(1);
  }
}
