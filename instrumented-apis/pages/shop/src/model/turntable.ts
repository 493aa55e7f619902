import { AmbientLight, type BufferGeometry, DirectionalLight, Mesh, MeshStandardMaterial, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { STLLoader } from 'three/addons/loaders/STLLoader.js';
import { ModelRefused } from './model-file';

const GOLD = 0xc9a227;
const RADIANS_PER_MILLISECOND = 0.0006;

/** What a model is like, in millimetres. */
export interface ModelFacts {
  triangles: number;
  width: number;
  depth: number;
  height: number;
}

/**
 * Reads the triangles.
 *
 * @throws ModelRefused if there are none, or a coordinate is no number
 */
export function parse(bytes: ArrayBuffer): BufferGeometry {
  const geometry = parsed(bytes);
  const positions = geometry.getAttribute('position');
  if (positions.count < 3 || !positions.array.every(Number.isFinite)) {
    throw new ModelRefused('model.damaged');
  }
  geometry.computeBoundingBox();
  geometry.computeVertexNormals();
  return geometry.center();
}

function parsed(bytes: ArrayBuffer): BufferGeometry {
  try {
    return new STLLoader().parse(bytes);
  } catch {
    throw new ModelRefused('model.damaged');
  }
}

export function factsOf(geometry: BufferGeometry): ModelFacts {
  const size = geometry.boundingBox?.getSize(new Vector3()) ?? new Vector3();
  return { triangles: geometry.getAttribute('position').count / 3, width: size.x, depth: size.y, height: size.z };
}

/** Shows a model on a canvas, still or turning. */
export class Turntable {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(35, 1);
  readonly #mesh: Mesh;
  readonly #watcher = new ResizeObserver(() => this.#draw());
  #turning = false;

  /** @throws Error if the browser has no WebGL */
  constructor(canvas: HTMLCanvasElement, geometry: BufferGeometry) {
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.#mesh = new Mesh(geometry, new MeshStandardMaterial({ color: GOLD, metalness: 0.35, roughness: 0.4 }));
    this.#mesh.rotation.x = -Math.PI / 3;
    const key = new DirectionalLight(0xffffff, 2.5);
    key.position.set(1, 2, 3);
    this.#scene.add(this.#mesh, new AmbientLight(0xffffff, 1.2), key);
    geometry.computeBoundingSphere();
    const radius = geometry.boundingSphere?.radius || 1;
    this.#camera.position.z = radius * 3.6;
    this.#camera.near = radius / 100;
    this.#camera.far = radius * 10;
    this.#watcher.observe(canvas);
  }

  turn(on: boolean): void {
    this.#turning = on;
    let last = performance.now();
    this.#renderer.setAnimationLoop(
      on
        ? (now) => {
            this.#mesh.rotation.z += (now - last) * RADIANS_PER_MILLISECOND;
            last = now;
            this.#draw();
          }
        : null,
    );
    this.#draw();
  }

  get turning(): boolean {
    return this.#turning;
  }

  dispose(): void {
    this.#watcher.disconnect();
    this.#renderer.setAnimationLoop(null);
    this.#mesh.geometry.dispose();
    this.#renderer.dispose();
  }

  #draw(): void {
    const { clientWidth, clientHeight } = this.#renderer.domElement;
    if (clientWidth === 0 || clientHeight === 0) {
      return;
    }
    this.#renderer.setPixelRatio(Math.min(window.devicePixelRatio, 2));
    this.#renderer.setSize(clientWidth, clientHeight, false);
    this.#camera.aspect = clientWidth / clientHeight;
    this.#camera.updateProjectionMatrix();
    this.#renderer.render(this.#scene, this.#camera);
  }
}
