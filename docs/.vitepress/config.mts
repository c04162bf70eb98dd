import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

const docs = new URL('..', import.meta.url)
const repository = 'https://github.com/withcortex/cortex-sdk-java'

/** `docs/build-site` sets both. The version is the name of the site's folder, and the root is the path of the parent folder. */
const version = process.env.SITE_VERSION ?? 'dev'
const root = process.env.SITE_ROOT ?? '/'

function title(page: string): string {
  return readFileSync(new URL(page, docs), 'utf8').match(/^# (.*)$/m)![1].replaceAll('`', '')
}

function group(text: string, pages: string[]) {
  return { text, items: pages.map((page) => ({ text: title(page), link: `/${page}` })) }
}

export default defineConfig({
  title: 'Cortex SDK for Java',
  description: 'A client for the workflow runs of the Cortex API: every run exactly once, or a report of what is missing.',
  lang: 'en',
  head: [['link', { rel: 'icon', href: `${root}${version}/icon.svg` }]],
  base: `${root}${version}/`,
  outDir: `target/site/${version}`,
  cacheDir: 'target/vitepress',
  srcExclude: ['node_modules/**', 'target/**'],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
    config(markdown) {
      // Files outside docs are not pages of the site.
      markdown.core.ruler.push('repository-links', ({ tokens }) => {
        for (const token of tokens.flatMap((block) => block.children ?? [])) {
          const href = token.attrGet('href')
          if (token.type === 'link_open' && href?.startsWith('../')) {
            const isPage = href.endsWith('.md') && !/^\.\.\/(CONTRIBUTING|README|spec)/.test(href)
            token.attrSet('href', isPage ? href : href.replace(/^(\.\.\/)+/, `${repository}/blob/main/`))
          }
        }
      })
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guides', link: '/getting-started', activeMatch: '^/(?!decisions|changelog)' },
      { text: 'API reference', link: '/api/index.html', target: '_self' },
      { text: 'Javadoc', link: '/javadoc/index.html', target: '_self' },
      { text: 'Changelog', link: '/changelog' },
      { text: version, link: '/versioning' },
    ],
    sidebar: [
      group('Use it', [
        'getting-started.md',
        'operations.md',
        'querying.md',
        'walking.md',
        'watching.md',
        'starting.md',
        'waiting.md',
        'errors.md',
        'testing.md',
        'steps.md',
        'models.md',
        'android.md',
        'jvm.md',
        'observing.md',
      ]),
      group('Rely on it', ['promises.md', 'versioning.md', 'changelog.md']),
      group('Change it', ['architecture.md', 'regenerating.md', 'releasing.md', 'benchmarks.md']),
      group(
        'Decisions',
        readdirSync(new URL('decisions', docs))
          .filter((page) => /^\d/.test(page))
          .map((page) => `decisions/${page}`),
      ),
    ],
    // Otherwise, its name for screen readers differs from the visible text.
    notFound: { linkLabel: 'Take me home' },
    socialLinks: [{ icon: 'github', link: repository }],
    footer: { message: 'Apache License 2.0' },
  },
})
