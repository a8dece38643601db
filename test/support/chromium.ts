import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import packed from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' browser listens, or why there is none. */
    browserServer: { address: string } | { missing: string }
  }
}

/** One browser for the whole run. Where it cannot start, only the tests that need it fail. */
export default async function setup(project: TestProject) {
  const libraries = await mkdtemp(path.join(tmpdir(), 'qianhai-chromium-'))
  const clear = () => rm(libraries, { recursive: true, force: true })
  try {
    const server = await start(libraries)
    project.provide('browserServer', { address: server.wsEndpoint() })
    return () => server.close().then(clear)
  } catch (error) {
    project.provide('browserServer', { missing: reason(String(error)) })
    return clear
  }
}

/** The npm package has it for Linux on x64; elsewhere the tests use the Chrome that is there. */
async function start(libraries: string) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return chromium.launchServer({ channel: 'chrome' })
  const executablePath = await packed.executablePath()
  await unpackLibraries(libraries)
  return chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: {
      ...process.env,
      // The system's own first; the package's where a bare system has none.
      LD_LIBRARY_PATH: ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', path.join(libraries, 'lib')].join(':'),
      FONTCONFIG_PATH: path.join(tmpdir(), 'fonts'),
    },
  })
}

/** NSS and Expat: all that Chromium wants of a system beside the C library. */
async function unpackLibraries(folder: string) {
  const bin = path.join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../../bin')
  const archive = brotliDecompressSync(await readFile(path.join(bin, 'al2023.tar.br')))
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
}

function reason(error: string): string {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(error)?.[1]
  const advice = 'on Debian: apt-get install libnss3 libexpat1 libgcc-s1'
  return `Chromium does not start${library ? `, for want of ${library} (${advice})` : ''}: ${error}`
}
