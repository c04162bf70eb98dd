// Opens the pages of the site in headless Chromium and follows all its links. Usage: check-site.mjs FOLDER
import { createReadStream, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { LinkChecker, LinkState } from 'linkinator'
import { chromium } from 'playwright-core'

const site = process.argv[2]
const screenshots = join(site, '..', 'screenshots')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}
const failures = []

const server = createServer((request, response) => {
  const path = join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
  if (!existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
})
await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
const host = `http://127.0.0.1:${server.address().port}`
const version = readdirSync(site).find((name) => name !== 'latest' && statSync(join(site, name)).isDirectory())
const root = `${host}/${version}`

const paths = readdirSync(site, { recursive: true }).filter((path) => path.endsWith('.html'))
const guides = paths.filter((path) => path.startsWith(`${version}/`) && !/\/(api|javadoc)\//.test(path))
const api = `${version}/api/index.html`
const javadoc = [
  'index',
  'ai/withcortex/client/package-summary',
  'ai/withcortex/client/CortexClient',
  'index-all',
  'help-doc',
].map((page) => `${version}/javadoc/${page}.html`)

rmSync(screenshots, { recursive: true, force: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})

function fail(name, problem) {
  failures.push(`${name}: ${problem}`)
}

/** What throws is a finding beside the others. */
async function attempt(name, look) {
  try {
    await look()
    console.log(`looked at ${name}`)
  } catch (error) {
    fail(name, error.message)
  }
}

/** A window whose pages must have no error and must ask no other host. */
async function openWindow(name, options) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const failHere = (problem) => fail(`${name}, ${page.url()}`, problem)
  page.on('console', (message) => {
    if (message.type() === 'error') {
      failHere(`console: ${message.text()} at ${message.location().url}`)
    }
  })
  page.on('pageerror', (error) => failHere(`error: ${error.message}`))
  await context.route(
    ({ origin, protocol }) => origin !== host && /^https?:$/.test(protocol),
    (route) => {
      failHere(`asks another host: ${route.request().url()}`)
      return route.abort()
    },
  )
  return page
}

/** Until the scripts of the page have run: those of VitePress take over what is there, those of Redoc write it. */
async function open(page, path) {
  await page.goto(`${host}/${path}`)
  await page.waitForFunction(() => {
    const guide = document.querySelector('#app')
    const reference = document.querySelector('#reference')
    return guide ? guide.__vue_app__ : !reference || reference.querySelector('h1')
  })
}

async function screenshot(page, name) {
  await page.screenshot({ path: join(screenshots, `${name}.png`) })
}

async function look(page, name, path) {
  await open(page, path)
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const found = await globalThis.axe.run({ resultTypes: ['violations'] })
    return found.violations
  })
  for (const { id, impact, help, nodes } of violations) {
    if (impact === 'serious' || impact === 'critical') {
      const where = nodes.map((node) => `${node.failureSummary} at ${node.html}`).join(', ')
      fail(`${name}, ${path}`, `accessibility, ${impact}: ${help} (${id}) ${where}`)
    }
  }
  // Not `innerWidth`: a phone zooms out until all that is too wide fits.
  const width = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  if (width > 0) {
    fail(`${name}, ${path}`, `is ${width} pixels wider than the window`)
  }
  await screenshot(page, `${name}/${path.replace(`${version}/`, '').replaceAll('/', '-')}`)
}

async function lookAtAll(name, options, pages) {
  const page = await openWindow(name, options)
  for (const path of pages) {
    await attempt(`${name}, ${path}`, () => look(page, name, path))
  }
}

const desktop = { viewport: { width: 1280, height: 900 } }
const darkPhone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' }
await Promise.all([
  lookAtAll('desktop', desktop, [...guides, api, ...javadoc]),
  lookAtAll('dark-phone', darkPhone, [...guides, api]),
])

const page = await openWindow('steps', desktop)
await attempt('latest', async () => {
  await page.goto(`${host}/latest/walking.html#checkpoints`)
  await page.waitForURL(`${root}/walking.html#checkpoints`)
})
await attempt('latest without scripts', async () => {
  const plain = await openWindow('plain', { ...desktop, javaScriptEnabled: false })
  await plain.goto(`${host}/latest/walking.html`)
  await plain.waitForURL(`${root}/walking.html`)
})
await attempt('javadoc-search', async () => {
  await open(page, `${version}/javadoc/index.html`)
  await page.locator('#search-input').pressSequentially('CortexClient')
  await page.locator('.ui-menu-item, .search-result, .result-item').first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/ai\/withcortex\/client\/CortexClient\.html/)
})
await attempt('guide-search', async () => {
  await open(page, `${version}/index.html`)
  await page.locator('#local-search button').click()
  await page.locator('#localsearch-input').fill('checkpoint')
  await page.locator('#localsearch-list a').first().waitFor()
  await screenshot(page, 'guide-search')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/walking\.html#checkpoints/)
})
await browser.close()
console.log(`looked at it for ${Math.round(process.uptime())} s`)

await attempt('links', async () => {
  const { links } = await new LinkChecker().check({ path: `${root}/`, recurse: true, linksToSkip: [`^(?!${host})`] })
  for (const link of links.filter(({ state }) => state === LinkState.BROKEN)) {
    fail(link.parent, `the link ${link.url} leads nowhere`)
  }
  console.log(`followed ${links.filter(({ state }) => state === LinkState.OK).length} links`)
})
server.close()

/** The values of attributes, all that have a name that matches. */
function attributes(html, names) {
  const values = [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map(([, value]) => value)
  return values.map((value) => value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}

// Linkinator knows only the anchors of pages that it asked for anchors when it fetched them.
const pages = new Map(paths.map((path) => [`/${path}`, readFileSync(join(site, path), 'utf8')]))
const anchors = new Map([...pages].map(([path, html]) => [path, new Set(attributes(html, 'id|name'))]))
let followed = 0
for (const [path, html] of pages) {
  for (const link of attributes(html, 'href')) {
    const { origin, pathname, hash } = new URL(link, `${host}${path}`)
    const names = origin === host && hash !== '' && anchors.get(decodeURIComponent(pathname).replace(/\/$/, '/index.html'))
    // The page that JDK 17 makes of constants links to an anchor that it has under longer names only.
    if (!names || (link === '#ai.withcortex' && path.endsWith('/constant-values.html'))) {
      continue
    }
    followed += 1
    if (!names.has(decodeURIComponent(hash.slice(1)))) {
      fail(path, `the anchor of ${link} is not there`)
    }
  }
}
console.log(`followed ${followed} links to anchors`)

if (failures.length > 0) {
  console.error(failures.join('\n'))
  process.exit(1)
}
