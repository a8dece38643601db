import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../server/root.ts'
import { chinese, latin, punctuation, rules } from './fonts.ts'

const here = path.join(root, 'views/assets')
const built = path.join(here, 'built')
const main = path.join(built, 'qianhai.css')

const sources = [
  ...readdirSync(here, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(here, entry.name)),
  path.join(root, 'package-lock.json'),
]
const changed = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

if (Math.max(...sources.map(changed)) > changed(main)) await build()

/** Everything that pages ask for under /assets. */
async function build(): Promise<void> {
  const { compile } = await import('sass') // slow to load, and mostly there is nothing to compile
  const { css } = compile(path.join(here, 'qianhai.scss'), {
    loadPaths: [path.join(root, 'node_modules')],
    style: 'compressed',
    charset: false,
    quietDeps: true,
  })
  const simplified = [...punctuation(), ...chinese('sc')]
  const traditional = chinese('tc')

  mkdirSync(path.join(built, 'fonts'), { recursive: true })
  for (const { file } of [...latin(), ...simplified, ...traditional])
    copyFileSync(file, path.join(built, 'fonts', path.basename(file)))
  copyFileSync(path.join(here, 'mark.svg'), path.join(built, 'mark.svg'))

  writeFileSync(path.join(built, 'fonts-zh-Hans.css'), rules(simplified))
  writeFileSync(path.join(built, 'fonts-zh-Hant.css'), rules(traditional))
  writeFileSync(main, rules(latin()) + css) // last: its date says when all of it was built
}
