// Opens pages of the site in headless Chromium and follows all its links. Usage: check-site.mjs FOLDER
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { LinkChecker, LinkState } from 'linkinator'
import { chromium } from 'playwright-core'

const site = process.argv[2]
const screenshots = join(site, '..', 'screenshots')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }
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

mkdirSync(screenshots, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
})

/** A page of the browser that must have no error and must ask no other host. */
async function open(name, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') {
      fail(name, `console: ${message.text()} at ${message.location().url}`)
    }
  })
  page.on('pageerror', (error) => fail(name, `error: ${error.message}`))
  await context.route('**', (route) => {
    if (route.request().url().startsWith(host) || /^(data|blob):/.test(route.request().url())) {
      return route.continue()
    }
    fail(name, `asks another host: ${route.request().url()}`)
    return route.abort()
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return page
}

async function close(name, page) {
  await page.screenshot({ path: join(screenshots, `${name}.png`) })
  await page.context().close()
  console.log(`looked at ${name}`)
}

async function checkAccessibility(name, page) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  for (const { id, impact, help, nodes } of violations) {
    if (impact === 'serious' || impact === 'critical') {
      fail(name, `accessibility, ${impact}: ${help} (${id}) ${nodes.map((node) => node.failureSummary + ' at ' + node.html).join(', ')}`)
    }
  }
}

function fail(name, problem) {
  failures.push(`${name}: ${problem}`)
}

async function look(name, url, options) {
  const page = await open(name, url, options)
  await checkAccessibility(name, page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)
  if (width > 0) {
    fail(name, `is ${width} pixels wider than the window`)
  }
  await close(name, page)
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
await look('landing', `${root}/index.html`)
await look('landing-phone', `${root}/index.html`, phone)
await look('landing-dark', `${root}/index.html`, { colorScheme: 'dark' })
await look('guide', `${root}/walking.html`)
await look('guide-phone', `${root}/walking.html`, phone)
await look('guide-dark', `${root}/walking.html`, { colorScheme: 'dark' })
await look('api', `${root}/api/index.html`)
await look('javadoc', `${root}/javadoc/index.html`)
await look('javadoc-class', `${root}/javadoc/ai/withcortex/client/CortexClient.html`)

const latest = await open('latest', `${host}/latest/walking.html`)
await latest.waitForURL(`${root}/walking.html`)
await close('latest', latest)

const javadoc = await open('javadoc-search', `${root}/javadoc/index.html`)
await javadoc.locator('#search-input').pressSequentially('CortexClient')
await javadoc.locator('.ui-menu-item, .search-result, .result-item').first().waitFor()
await javadoc.keyboard.press('Enter')
await javadoc.waitForURL(/\/ai\/withcortex\/client\/CortexClient\.html/)
await close('javadoc-search', javadoc)

const guides = await open('guide-search', `${root}/index.html`)
await guides.keyboard.press('Control+k')
await guides.locator('#localsearch-input').fill('checkpoint')
await guides.locator('#localsearch-list a').first().waitFor()
await guides.screenshot({ path: join(screenshots, 'guide-search-results.png') })
await guides.keyboard.press('Enter')
await guides.waitForURL(/\/walking\.html#checkpoints/)
await close('guide-search', guides)
await browser.close()

const { links } = await new LinkChecker().check({
  path: `${root}/`,
  recurse: true,
  checkFragments: true,
  linksToSkip: [`^(?!${host})`],
})
for (const link of links.filter(({ state }) => state === LinkState.BROKEN)) {
  // The help that JDK 17 adds names an anchor of a page that has another.
  if (link.url.endsWith('/constant-values.html#ai.withcortex')) {
    continue
  }
  fail(link.parent, `the link ${link.url} leads nowhere`)
}
console.log(`followed ${links.filter(({ state }) => state === LinkState.OK).length} links`)
server.close()

if (failures.length > 0) {
  console.error(failures.join('\n'))
  process.exit(1)
}
