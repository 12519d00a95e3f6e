/**
 * `npm run screenshots -- [--only NAME] [--out DIR]`: the scenes of scenes.ts as small pictures in
 * `media/screenshots/`, PNG for the README and WebP for what is packaged.
 * With `--out DIR` every scene in every theme, wide and narrow, for looking at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { useHost } from '../editor/ui/support/session';
import { openWindow, type Size, type Theme, type Window } from '../editor/ui/support/window';
import { openServerHost, say } from './hosts';
import { option } from './main';
import { projectPath } from './paths';
import { asPng, asWebp } from './pictures';
import { guardExit } from './processes';
import { SCENES, type Scene } from './scenes';

const THEMES: readonly Theme[] = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast'];
/** Without the side bar, which a scene may hide, some 400 pixels are left for a panel. */
const NARROW: Size = { width: 460, height: 900 };

/** Nothing in the picture that is not the extension's or needed to understand it. */
const QUIET = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
};

async function picture(window: Window, part: string | undefined): Promise<Buffer> {
  if (part !== undefined) return window.page.locator(part).first().screenshot();
  const size = window.page.viewportSize() ?? { width: 0, height: 0 };
  const top = (await window.page.locator('.part.titlebar').boundingBox())?.height ?? 0;
  return window.page.screenshot({ clip: { x: 0, y: top, width: size.width, height: size.height - top } });
}

async function write(file: string, screenshot: Buffer): Promise<void> {
  const picture = await (file.endsWith('.webp') ? asWebp : asPng)(screenshot);
  writeFileSync(file, picture);
  say(`${file} (${Math.round(picture.length / 1024)} KB)`);
}

async function take(scene: Scene, theme: Theme, size: Size, file: string): Promise<void> {
  let several = false;
  const window = await openWindow({
    workspaceFiles: scene.files ?? {},
    settings: { ...QUIET, ...scene.settings },
    theme,
    size,
  });
  try {
    await scene.act(window, async (name, area) => {
      several = true;
      const folder = file.replace(/\.png$/, '');
      mkdirSync(folder, { recursive: true });
      await write(
        join(folder, `${name}.${scene.isPackaged === true ? 'webp' : 'png'}`),
        await window.page.screenshot({ clip: area }),
      );
    });
    if (several) return;
    // Toasts say what was just done; hovers hide what is under the mouse. Clearing them would close what asks.
    if (scene.isAsking !== true) await window.runCommand('Notifications: Clear All Notifications');
    await window.page.mouse.move(size.width - 1, size.height - 1);
    await window.page.waitForTimeout(500);
    await write(file, await picture(window, scene.part));
  } catch (error) {
    const path = file.replace(/\.png$/, '.failed.png');
    await window.page.screenshot({ path });
    throw new Error(`The scene “${scene.name}” failed: see ${path}`, { cause: error });
  } finally {
    await window.close();
  }
}

async function screenshots(): Promise<void> {
  const out = option('out');
  const folder = out === undefined ? projectPath('media', 'screenshots') : resolve(out);
  const only = option('only');
  const scenes = SCENES.filter(({ name }) => only === undefined || name === only);
  if (scenes.length === 0) throw new Error(`No scene ${only}. There are: ${SCENES.map(({ name }) => name).join(', ')}`);
  mkdirSync(folder, { recursive: true });
  const host = await openServerHost();
  useHost(host);
  try {
    for (const scene of scenes) {
      if (out === undefined) await take(scene, scene.theme, scene.size, join(folder, `${scene.name}.png`));
      else {
        for (const theme of THEMES) {
          for (const [width, size] of [
            ['wide', scene.size],
            ['narrow', NARROW],
          ] as const) {
            const kind = theme.replace('Default ', '').replaceAll(' ', '-').toLowerCase();
            await take(scene, theme, size, join(folder, `${scene.name}-${kind}-${width}.png`));
          }
        }
      }
    }
  } finally {
    await host.close();
  }
}

guardExit();
screenshots().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
